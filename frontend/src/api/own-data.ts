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

export type OwnData = NonNullable<ResultOf<typeof OwnDataQuery>['viewer']>['account'];
export type AccessToken = OwnData['accessTokens'][number];
export type DataExport = NonNullable<OwnData['dataExport']>;
export type AccessScope = AccessToken['scopes'][number];
