import { graphql, type ResultOf } from './graphql';

export const SignedIn = graphql(`
  fragment SignedIn on Viewer {
    account {
      id
      name
      email
      userName
      language
    }
    customers {
      id
      kind
      name
      role
      meteringPoints(first: 100) {
        pageInfo {
          hasNextPage
        }
        nodes {
          id
          gsrn
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
`);

export const SessionQuery = graphql(
  `
    query Session {
      viewer {
        ...SignedIn
      }
    }
  `,
  [SignedIn],
);

export const SignInMutation = graphql(
  `
    mutation SignIn($input: SessionCreateInput!) {
      sessionCreate(input: $input) {
        viewer {
          ...SignedIn
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
  [SignedIn],
);

export const SignOutMutation = graphql(`
  mutation SignOut {
    sessionDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);

export type UserError = ResultOf<typeof SignInMutation>['sessionCreate']['userErrors'][number];
export type Viewer = ResultOf<typeof SignedIn>;
export type Customer = Viewer['customers'][number];
export type MeteringPoint = Customer['meteringPoints']['nodes'][number];
