import{g as e,h as t}from"./app-CG8OVcCv.js";var n=e(`
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
`),r=e(`
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
`),i=e(`
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
  `,[t]),a=e(`
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
`);export{a as i,n,r,i as t};