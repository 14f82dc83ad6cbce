import { graphql, type ResultOf } from './graphql';

export const CustomerServiceQuery = graphql(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`);

export type Phone = ResultOf<typeof CustomerServiceQuery>['retailer']['phones'][number];
