import { graphql } from './graphql';
import { SignedIn } from './session';

export const PasskeySessionRequestMutation = graphql(`
  mutation PasskeySessionRequest {
    passkeySessionRequest(input: {}) {
      optionsJson
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const PasskeySessionMutation = graphql(
  `
    mutation PasskeySession($input: PasskeySessionCreateInput!) {
      passkeySessionCreate(input: $input) {
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
