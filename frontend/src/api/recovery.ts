import { graphql } from './graphql';
import { SignedIn } from './session';

export const ResetRequestMutation = graphql(`
  mutation ResetRequest($input: PasswordResetRequestInput!) {
    passwordResetRequest(input: $input) {
      requested
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const ResetVerifyMutation = graphql(`
  mutation ResetVerify($input: PasswordResetVerifyInput!) {
    passwordResetVerify(input: $input) {
      verified
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const ResetLinkCheckMutation = graphql(`
  mutation ResetLinkCheck($input: PasswordResetLinkCheckInput!) {
    passwordResetLinkCheck(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const ResetCompleteMutation = graphql(
  `
    mutation ResetComplete($input: PasswordResetCompleteInput!) {
      passwordResetComplete(input: $input) {
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

export const UserNameReminderMutation = graphql(`
  mutation UserNameReminder($input: UserNameReminderRequestInput!) {
    userNameReminderRequest(input: $input) {
      requested
      userErrors {
        field
        code
        message
      }
    }
  }
`);
