import { graphql, type ResultOf } from './graphql';

export const VerificationQuery = graphql(`
  query Verification($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Invoice {
        number
        kind
        periodFrom
        periodTo
        total {
          amount
        }
        vat {
          amount
        }
        credits {
          id
          number
        }
        meteringPoint {
          id
          gsrn
          name
          address {
            street
            postalCode
            city
          }
        }
        rows {
          meteringPoint {
            id
            gsrn
            name
            address {
              street
              postalCode
              city
            }
          }
        }
        verification {
          status
          creditsWhole
          vatOutside
          computedTotal {
            amount
          }
          difference {
            amount
          }
          rows {
            kind
            status
            reason
            billedQuantity
            computedQuantity
            creditedRow {
              description
            }
            row {
              description
              unit
              periodFrom
              periodTo
              meteringPoint {
                id
                name
                address {
                  street
                  postalCode
                  city
                }
              }
            }
            billed {
              amount
            }
            computed {
              amount
            }
            difference {
              amount
            }
          }
          changedDays {
            day
            changedAt
          }
        }
      }
    }
  }
`);

/** Every quarter-hour of an invoice at one metering point. */
export const QuartersQuery = graphql(`
  query VerificationQuarters($id: ID!, $meteringPoint: ID) {
    node(id: $id) {
      id
      ... on Invoice {
        verification {
          quarters(meteringPoint: $meteringPoint) {
            starts
            ends
            energyKwh
            qualities
            spotPrices
            margins
            prices
            costs
            costStatuses
            vatTreatments
          }
        }
      }
    }
  }
`);

type Answered = NonNullable<ResultOf<typeof VerificationQuery>['node']>;
export type VerifiedInvoice = Extract<Answered, { verification: unknown }>;
export type Verification = VerifiedInvoice['verification'];
export type VerifiedRow = Verification['rows'][number];
export type VerifiedPoint = NonNullable<VerifiedInvoice['meteringPoint']>;
type Quartered = Extract<NonNullable<ResultOf<typeof QuartersQuery>['node']>, { verification: unknown }>;
export type Quarters = NonNullable<Quartered['verification']['quarters']>;
