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
