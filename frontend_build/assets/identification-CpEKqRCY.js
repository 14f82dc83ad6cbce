import{_ as e,g as t,lt as n,nt as r,v as i}from"./app-BhYbjUjw.js";var a=t(`
  query Services {
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`),o=t(`
  mutation IdentificationStart($input: IdentificationStartInput!) {
    identificationStart(input: $input) {
      authorizationUrl
      userErrors {
        field
        code
        message
      }
    }
  }
`);async function s(t,n){let o=r(`form`);try{if(n===null){let e=(await i(a,{})).retailer.identificationServices,[n,r]=e;return n?r?{services:e}:await c(n.key,t):{problem:o.noServices}}return await c(n,t)}catch(t){if(t instanceof e)return{problem:o.failures[t.kind]};throw t}}async function c(e,t){let{identificationStart:a}=await i(o,{input:{service:e,...t}}),{authorizationUrl:s,userErrors:c}=a;return s?(n(`omavirta.signed-in`,`yes`),location.assign(s),null):{problem:c[0]?.message??r(`form`).failures.refused}}export{s as depart};