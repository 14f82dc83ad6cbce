import { graphql, type ResultOf } from './graphql';

/** One page of a customer's invoices. */
export const InvoicesQuery = graphql(`
  query Invoices($id: ID!, $status: [InvoiceStatus!], $first: Int!, $after: String) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Customer {
        invoices(status: $status, first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            number
            kind
            status
            invoiceDate
            dueDate
            paidOn
            periodFrom
            periodTo
            total {
              amount
            }
            openAmount {
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
        }
      }
    }
  }
`);

type Answered = NonNullable<ResultOf<typeof InvoicesQuery>['node']>;
type InvoiceList = Extract<Answered, { invoices: unknown }>['invoices'];
export type ListedInvoice = InvoiceList['nodes'][number];
export type InvoiceStatus = ListedInvoice['status'];
