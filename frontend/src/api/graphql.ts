/**
 * Typed documents: gql.tada reads the text at compile time and nothing of it is left at run time, where a document
 * is its text. Checked against ../schema.graphql by `npm run check`.
 */
import type { initGraphQLTada, TadaDocumentNode } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

type Setup = {
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string; Decimal: string; GSRN: string };
};

export const graphql = ((text: string, fragments: readonly unknown[] = []) =>
  [text, ...fragments].join('\n')) as unknown as ReturnType<typeof initGraphQLTada<Setup>>;

export type Document<Result, Variables> = TadaDocumentNode<Result, Variables>;
export type { ResultOf, VariablesOf } from 'gql.tada';
