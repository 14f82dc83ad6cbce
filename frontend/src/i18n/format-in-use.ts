import { computed } from '@preact/signals';
import { language } from '.';
import { formatFor } from './format';

/** The formats of the language in use. Apart from the messages, so that pages without figures do not load them. */
export const format = computed(() => formatFor(language.value));
