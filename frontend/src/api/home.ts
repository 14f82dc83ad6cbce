import { Price } from './contracts';
import { graphql, type ResultOf } from './graphql';

/**
 * What one looks for first, of the customer that is shown, in one question: the newest invoice, what each place uses, and in cards
 * its contract and next invoice. Days, so that a card can tell which are missing; the numbers shown are the server's own sums.
 */
export const HomeQuery = graphql(
  `
  query Home($customer: ID!, $cards: Boolean!, $yesterday: Date!, $today: Date!, $thisMonth: Date!, $nextMonth: Date!, $lastMonth: Date!) {
    viewer {
      mandateRequests {
        id
        companyName
      }
      customers {
        id
      }
    }
    node(id: $customer) {
      id
      ... on Customer {
        invoices(first: 1) {
          nodes {
            id
            kind
            status
            paidOn
            total {
              amount
            }
          }
        }
        unpaid: invoices(first: 50, status: [OPEN, DUE, OVERDUE]) {
          pageInfo {
            hasNextPage
          }
          nodes {
            id
            status
            dueDate
            openAmount {
              amount
            }
          }
        }
        meteringPoints(first: 100) {
          nodes {
            id
            activeContract @include(if: $cards) {
              id
              endDate
              product {
                id
                name
                kind
              }
              currentPrices {
                ...Price
              }
            }
            nextInvoice @include(if: $cards) {
              status
              total {
                amount
              }
              low {
                amount
              }
              high {
                amount
              }
            }
            yesterday: consumption(from: $yesterday, to: $today, resolution: DAY) {
              energyKwh
              quality
              completeUntil
            }
            thisMonth: consumption(from: $thisMonth, to: $nextMonth, resolution: DAY) {
              energyKwh
              quality
              columns {
                starts
                energyKwh
                qualities
              }
            }
            lastMonth: consumption(from: $lastMonth, to: $thisMonth, resolution: DAY) {
              energyKwh
              quality
              columns {
                starts
                energyKwh
                qualities
              }
            }
          }
        }
      }
    }
  }
`,
  [Price],
);

/** Whether to offer a passkey: to one who was strongly identified in this session and has none. */
export const PasskeyOfferQuery = graphql(`
  query PasskeyOffer {
    viewer {
      account {
        id
        passkeys {
          id
        }
        sessions {
          id
          current
          identifiedAt
        }
      }
    }
  }
`);

export type CustomerFigures = Extract<NonNullable<ResultOf<typeof HomeQuery>['node']>, { meteringPoints: unknown }>;
export type CustomerInvoices = Pick<CustomerFigures, 'invoices' | 'unpaid'>;
export type PointFigures = CustomerFigures['meteringPoints']['nodes'][number];
