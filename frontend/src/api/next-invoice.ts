import { graphql, type ResultOf } from './graphql';

/** What the next invoices of a customer's metering points will come to. */
export const NextInvoicesQuery = graphql(`
  query NextInvoices($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Customer {
        meteringPoints(first: 100) {
          nodes {
            id
            name
            address {
              street
              postalCode
              city
            }
            nextInvoice {
              status
              from
              to
              meteredKwh
              forecastKwh
              costSoFar {
                amount
              }
              energyCost {
                amount
              }
              basicFees {
                amount
              }
              total {
                amount
              }
              low {
                amount
              }
              high {
                amount
              }
              meteredUntil
              pricesKnownUntil
              basis
              contract {
                id
                product {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

type Answered = Extract<NonNullable<ResultOf<typeof NextInvoicesQuery>['node']>, { meteringPoints: unknown }>;
export type EstimatedPoint = Answered['meteringPoints']['nodes'][number];
export type Estimate = NonNullable<EstimatedPoint['nextInvoice']>;
