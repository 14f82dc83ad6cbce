import { graphql, type ResultOf } from './graphql';

export const InvoiceQuery = graphql(`
  query Invoice($id: ID!) {
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
        status
        invoiceDate
        dueDate
        paidOn
        periodFrom
        periodTo
        lateInterest
        accruedLateInterest {
          amount
        }
        notices
        net {
          amount
        }
        vat {
          amount
        }
        total {
          amount
        }
        paid {
          amount
        }
        creditedAmount {
          amount
        }
        openAmount {
          amount
        }
        rows {
          description
          category
          quantity
          unit
          unitPrice
          unitPriceGross
          periodFrom
          periodTo
          vatRate
          net {
            amount
          }
          gross {
            amount
          }
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
        categories {
          category
          net {
            amount
          }
          gross {
            amount
          }
        }
        vatSpecification {
          rate
          net {
            amount
          }
          vat {
            amount
          }
          gross {
            amount
          }
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
        contract {
          id
          number
          startDate
          endDate
          noticeDays
          atEnd
          product {
            id
            name
          }
        }
        credits {
          id
          number
        }
        creditNotes {
          id
          number
        }
        document {
          url
          mediaType
        }
        verification {
          status
          difference {
            amount
          }
        }
        payment {
          payee
          iban
          ibanText
          bic
          amount {
            amount
          }
          dueDate
          reference
          referenceText
          barCode
          barCodeWidths
          qrPath
          qrSize
        }
      }
    }
    retailer {
      email
      phones {
        number
      }
      legalLinks {
        kind
        title
        url
        about
      }
    }
  }
`);

/** The invoice's period beside the same a year before, and beside similar homes. */
export const InvoiceComparisonQuery = graphql(`
  query InvoiceComparison($id: ID!, $from: Date!, $to: Date!, $yearBeforeFrom: Date!, $yearBeforeTo: Date!) {
    node(id: $id) {
      id
      ... on MeteringPoint {
        now: consumption(from: $from, to: $to, resolution: MONTH) {
          energyKwh
          quality
        }
        before: consumption(from: $yearBeforeFrom, to: $yearBeforeTo, resolution: MONTH) {
          energyKwh
          quality
        }
        comparison(from: $from, to: $to) {
          lastYear {
            change
            comparedDays
            days
          }
          similarHomes {
            status
            homes
            average
          }
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof InvoiceQuery>;
export type Invoice = Extract<NonNullable<Answer['node']>, { number: unknown }>;
export type Payment = NonNullable<Invoice['payment']>;
export type Retailer = Answer['retailer'];
export type LegalLink = Answer['retailer']['legalLinks'][number];
export type InvoiceComparison = Extract<NonNullable<ResultOf<typeof InvoiceComparisonQuery>['node']>, { comparison: unknown }>;
