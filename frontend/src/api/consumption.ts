import { graphql, type ResultOf } from './graphql';

export const Figures = graphql(`
  fragment Figures on Consumption {
    from
    to
    completeUntil
    preliminaryFrom
    energyKwh
    quality
    cost {
      amount
    }
    costStatus
    vatTreatment
    basicFees {
      amount
    }
    columns {
      starts
      ends
      energyKwh
      qualities
      prices
      costs
      costStatuses
      vatTreatments
    }
  }
`);

export const ConsumptionQuery = graphql(
  `
    query Consumption(
      $id: ID!
      $from: Date!
      $to: Date!
      $resolution: Resolution!
      $previousFrom: Date!
      $previousTo: Date!
      $withPrevious: Boolean!
    ) {
      viewer {
        account {
          id
        }
      }
      node(id: $id) {
        id
        ... on MeteringPoint {
          gsrn
          current: consumption(from: $from, to: $to, resolution: $resolution) {
            ...Figures
          }
          previous: consumption(from: $previousFrom, to: $previousTo, resolution: $resolution) @include(if: $withPrevious) {
            ...Figures
          }
        }
      }
    }
  `,
  [Figures],
);

/** One series at a finer resolution, for the file. */
export const ExportQuery = graphql(
  `
    query ConsumptionExport($id: ID!, $from: Date!, $to: Date!, $resolution: Resolution!) {
      node(id: $id) {
        id
        ... on MeteringPoint {
          consumption(from: $from, to: $to, resolution: $resolution) {
            ...Figures
          }
        }
      }
    }
  `,
  [Figures],
);

export type ConsumptionFigures = ResultOf<typeof Figures>;
export type Quality = ConsumptionFigures['quality'];
export type CostStatus = ConsumptionFigures['costStatus'];
export type VatTreatment = NonNullable<ConsumptionFigures['vatTreatment']>;
