import { graphql } from './graphql';

export const InvitationAcceptMutation = graphql(`
  mutation InvitationAccept($input: MandateInvitationAcceptInput!) {
    mandateInvitationAccept(input: $input) {
      customer {
        id
        name
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);
