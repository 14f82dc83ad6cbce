import { graphql, type ResultOf } from './graphql';

export const Compared = graphql(`
  fragment Compared on Comparison {
    from
    to
    lastYear {
      energyKwh
      lastYearKwh
      change
      comparedDays
      days
    }
    similarHomes {
      status
      dwelling
      heating
      sizeFrom
      sizeTo
      sizeUnit
      climateZone
      homes
      average
      median
      lowerQuartile
      upperQuartile
      ownKwh
      place
    }
  }
`);

export const ComparisonQuery = graphql(
  `
    query Comparison($id: ID!, $from: Date!, $to: Date!) {
      viewer {
        account {
          id
        }
      }
      node(id: $id) {
        id
        ... on MeteringPoint {
          comparison(from: $from, to: $to) {
            ...Compared
          }
        }
      }
    }
  `,
  [Compared],
);

export const AnnualReportQuery = graphql(
  `
    query AnnualReport($id: ID!, $year: Int!) {
      viewer {
        account {
          id
        }
      }
      retailer {
        legalLinks {
          kind
          title
          url
          about
        }
      }
      node(id: $id) {
        id
        ... on MeteringPoint {
          annualReportYears
          annualReport(year: $year) {
            year
            years {
              year
              energyKwh
              quality
              cost {
                amount
              }
              basicFees {
                amount
              }
              costStatus
              vatTreatment
            }
            comparison {
              ...Compared
            }
            document {
              url
              mediaType
            }
          }
        }
      }
    }
  `,
  [Compared],
);

export type ComparisonOf = ResultOf<typeof Compared>;
export type SimilarHomes = ComparisonOf['similarHomes'];
type Node = NonNullable<ResultOf<typeof AnnualReportQuery>['node']>;
export type AnnualReport = NonNullable<Extract<Node, { annualReportYears: unknown }>['annualReport']>;
export type LegalLink = ResultOf<typeof AnnualReportQuery>['retailer']['legalLinks'][number];
