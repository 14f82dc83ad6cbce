import { graphql, type ResultOf } from './graphql';

export const UsersQuery = graphql(`
  query Users($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      ... on Customer {
        id
        kind
        name
        role
        mandates {
          id
          name
          email
          role
          createdAt
          own
        }
        mandateRequests {
          id
          name
          email
          createdAt
        }
        mandateInvitations {
          id
          email
          role
          createdAt
          expiresAt
        }
      }
    }
  }
`);

export const MandateUpdateMutation = graphql(`
  mutation MandateUpdate($input: MandateUpdateInput!) {
    mandateUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateDeleteMutation = graphql(`
  mutation MandateDelete($input: MandateDeleteInput!) {
    mandateDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateRequestApproveMutation = graphql(`
  mutation MandateRequestApprove($input: MandateRequestApproveInput!) {
    mandateRequestApprove(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateRequestDeclineMutation = graphql(`
  mutation MandateRequestDecline($input: MandateRequestDeclineInput!) {
    mandateRequestDecline(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateInvitationCreateMutation = graphql(`
  mutation MandateInvitationCreate($input: MandateInvitationCreateInput!) {
    mandateInvitationCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const MandateInvitationDeleteMutation = graphql(`
  mutation MandateInvitationDelete($input: MandateInvitationDeleteInput!) {
    mandateInvitationDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export type Company = Extract<NonNullable<ResultOf<typeof UsersQuery>['node']>, { mandates: unknown }>;
export type Role = Company['role'];
