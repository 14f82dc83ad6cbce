import { Price } from './contracts';
import { graphql, type ResultOf } from './graphql';

/** All that those see who are not signed in: small, and of nobody in particular. */
export const ProductsQuery = graphql(
  `
    query Products {
      products {
        id
        name
        kind
        description
        termMonths
        noticeDays
        atEnd
        spotShare
        energyPriceFloor
        currentPrices {
          ...Price
        }
      }
      retailer {
        phones {
          name
          number
          openingHours
        }
      }
    }
  `,
  [Price],
);

export type Product = ResultOf<typeof ProductsQuery>['products'][number];

/** What the last twelve months would have cost with each, for one metering point. */
export const LastYearQuery = graphql(`
  query LastYearWithProducts($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on MeteringPoint {
        activeContract {
          id
          product {
            id
          }
        }
        lastYearWithProducts {
          from
          to
          energyKwh
          knownShare
          actual {
            amount
          }
          products {
            product {
              id
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
            status
          }
        }
      }
    }
  }
`);

type Node = NonNullable<ResultOf<typeof LastYearQuery>['node']>;
export type LastYearPoint = Extract<Node, { lastYearWithProducts: unknown }>;
export type LastYear = LastYearPoint['lastYearWithProducts'];
