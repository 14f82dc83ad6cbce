import { graphql } from './graphql';

/** By what this person can prove who they are. */
export const StepUpWaysQuery = graphql(`
  query StepUpWays {
    viewer {
      account {
        id
        email
        userName
        hasPassword
        identified
        passkeys {
          id
        }
      }
    }
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`);

export const SessionVerifyMutation = graphql(`
  mutation SessionVerify($input: SessionVerifyInput!) {
    sessionVerify(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const StepUpStartMutation = graphql(`
  mutation StepUpStart($input: IdentificationStartInput!) {
    identificationStart(input: $input) {
      authorizationUrl
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const PasskeyStepUpRequestMutation = graphql(`
  mutation PasskeyStepUpRequest {
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

export const PasskeyStepUpMutation = graphql(`
  mutation PasskeyStepUp($input: PasskeySessionCreateInput!) {
    passkeySessionCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);
