import { graphql, type ResultOf } from './graphql';

export const Price = graphql(`
  fragment Price on PriceComponent {
    kind
    amount
    unit
    vatRate
    vatIncluded
    validFrom
  }
`);

export const ContractsQuery = graphql(
  `
    query Contracts {
      viewer {
        customers {
          id
          contracts(first: 100) {
            pageInfo {
              hasNextPage
            }
            nodes {
              id
              number
              status
              startDate
              endDate
              noticeDays
              atEnd
              concludedOn
              confirmedOn
              objectionUntil
              withdrawalUntil
              termsVersion
              spotShare
              energyPriceFloor
              product {
                id
                name
                kind
                termMonths
              }
              meteringPoint {
                id
                name
                gsrn
                address {
                  street
                  postalCode
                  city
                }
              }
              currentPrices {
                ...Price
              }
              prices {
                ...Price
              }
              confirmation {
                url
                mediaType
              }
            }
          }
        }
      }
    }
  `,
  [Price],
);

type Viewer = NonNullable<ResultOf<typeof ContractsQuery>['viewer']>;
export type ContractPage = Viewer['customers'][number]['contracts'];
export type Contract = ContractPage['nodes'][number];
export type PriceOf = ResultOf<typeof Price>;
