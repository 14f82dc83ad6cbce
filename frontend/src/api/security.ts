import { graphql, type ResultOf } from './graphql';

export const SecurityQuery = graphql(`
  query Security {
    viewer {
      account {
        id
        email
        userName
        hasPassword
        identified
        passkeys {
          id
          name
          createdAt
          lastUsedAt
        }
        sessions {
          id
          current
          device
          createdAt
          lastSeenAt
        }
      }
    }
  }
`);

export const PasswordUpdateMutation = graphql(`
  mutation PasswordUpdate($input: PasswordUpdateInput!) {
    passwordUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const PasskeyRequestMutation = graphql(`
  mutation PasskeyRequest($input: PasskeyCreateRequestInput!) {
    passkeyCreateRequest(input: $input) {
      optionsJson
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const PasskeyCreateMutation = graphql(`
  mutation PasskeyCreate($input: PasskeyCreateInput!) {
    passkeyCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const PasskeyUpdateMutation = graphql(`
  mutation PasskeyUpdate($input: PasskeyUpdateInput!) {
    passkeyUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const PasskeyDeleteMutation = graphql(`
  mutation PasskeyDelete($input: PasskeyDeleteInput!) {
    passkeyDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const SessionDeleteMutation = graphql(`
  mutation SessionDelete($input: SessionDeleteInput!) {
    sessionDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const OtherSessionsDeleteMutation = graphql(`
  mutation OtherSessionsDelete($input: OtherSessionsDeleteInput!) {
    otherSessionsDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export type SecurityAccount = NonNullable<ResultOf<typeof SecurityQuery>['viewer']>['account'];
export type Passkey = SecurityAccount['passkeys'][number];
export type DeviceSession = SecurityAccount['sessions'][number];
