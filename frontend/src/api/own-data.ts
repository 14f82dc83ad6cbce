import { graphql, type ResultOf } from './graphql';

const Export = graphql(`
  fragment Export on Account {
    dataExport {
      id
      createdAt
      finishedAt
      stepsDone
      stepsTotal
      size
      failed
      downloadUrl
    }
  }
`);

export const OwnDataQuery = graphql(
  `
    query OwnData {
      viewer {
        account {
          id
          ...Export
          accessTokens {
            id
            name
            scopes
            createdAt
            expiresAt
            lastUsedAt
            meteringPoints {
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
        customers {
          id
          name
          mandates {
            id
            role
            own
          }
        }
      }
    }
  `,
  [Export],
);

/** How far the archive is: asked again and again while it is being made. */
export const ExportQuery = graphql(
  `
    query ExportProgress {
      viewer {
        account {
          id
          ...Export
        }
      }
    }
  `,
  [Export],
);

export const DataExportRequestMutation = graphql(`
  mutation DataExportRequest($input: DataExportRequestInput!) {
    dataExportRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const AccessTokenCreateMutation = graphql(`
  mutation AccessTokenCreate($input: AccessTokenCreateInput!) {
    accessTokenCreate(input: $input) {
      secret
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const AccessTokenDeleteMutation = graphql(`
  mutation AccessTokenDelete($input: AccessTokenDeleteInput!) {
    accessTokenDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

/** Among them the retailer's privacy notice. */
export const TermsQuery = graphql(`
  query Terms {
    retailer {
      terms {
        title
        url
      }
    }
  }
`);

export const AccountDeleteMutation = graphql(`
  mutation AccountDelete($input: AccountDeleteInput!) {
    accountDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

type Viewer = NonNullable<ResultOf<typeof OwnDataQuery>['viewer']>;
export type OwnData = Viewer['account'];
export type ManagedCustomer = Viewer['customers'][number];
export type AccessToken = OwnData['accessTokens'][number];
export type DataExport = NonNullable<OwnData['dataExport']>;
export type AccessScope = AccessToken['scopes'][number];
