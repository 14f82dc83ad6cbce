import { Price } from './contracts';
import { graphql, type ResultOf } from './graphql';

/** What one looks for first: the newest invoice, each place's contract, use and next invoice, in one question. Days, so that a card can tell which are missing; the numbers shown are the server's own sums. */
export const HomeQuery = graphql(
  `
  query Home($yesterday: Date!, $today: Date!, $thisMonth: Date!, $nextMonth: Date!, $lastMonth: Date!) {
    viewer {
      mandateRequests {
        id
        companyName
      }
      customers {
        id
        kind
        name
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
            activeContract {
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
            nextInvoice {
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

type Viewer = NonNullable<ResultOf<typeof HomeQuery>['viewer']>;
export type CustomerInvoices = Pick<Viewer['customers'][number], 'invoices' | 'unpaid'>;
export type PointFigures = Viewer['customers'][number]['meteringPoints']['nodes'][number];
