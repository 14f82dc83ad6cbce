import{c as e,g as t,h as n,v as r}from"./app-BhYbjUjw.js";import{PasskeyFailure as i,signWithPasskey as a}from"./webauthn-mjKrM_wn.js";var o=t(`
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
`),s=t(`
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
  `,[n]);async function c(){let{passkeySessionRequest:t}=await r(o,{});if(!t.optionsJson)return t.userErrors;let n;try{n=await a(t.optionsJson)}catch(e){if(e instanceof i)return`cancelled`;throw e}let{passkeySessionCreate:c}=await r(s,{input:{responseJson:n}});return c.userErrors.length||await e(c.viewer),c.userErrors}export{c as signInWithPasskey};