import type { Form } from '../fi/form';

export const messages: Form = {
  errorPrefix: 'Fel: ',
  problem: 'Kontrollera de här punkterna',
  show: 'Visa',
  hide: 'Dölj',
  showPassword: 'Visa lösenordet',
  hidePassword: 'Dölj lösenordet',
  shown: 'Lösenordet visas',
  hidden: 'Lösenordet är dolt',
  identify: 'Identifiera dig med bankkoder eller mobilcertifikat',
  identifying: 'Du förs till identifieringen…',
  chooseService: 'Välj hur du identifierar dig',
  noServices: 'Identifiering är inte tillgänglig just nu. Försök igen senare.',
  failures: {
    offline: 'Ingen nätverksanslutning. Kontrollera anslutningen och försök igen.',
    unreachable: 'Tjänsten kunde inte nås. Försök igen om en stund.',
    limited: 'För många försök. Vänta en stund och försök igen.',
    refused: 'Tjänsten kunde inte göra det här. Försök igen om en stund.',
  },
};
