import { graphql, type ResultOf } from './graphql';

/** Days, so that a card can tell which are missing; the numbers shown are the server's own sums. */
export const HomeQuery = graphql(`
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
        meteringPoints(first: 100) {
          nodes {
            id
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
`);

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
export type PointFigures = Viewer['customers'][number]['meteringPoints']['nodes'][number];
