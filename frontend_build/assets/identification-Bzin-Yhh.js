import{_ as e,et as t,g as n,st as r,v as i}from"./app--XdLNIMd.js";var a=n(`
  query Services {
    retailer {
      identificationServices {
        key
        name
      }
    }
  }
`),o=n(`
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
`);async function s(n,r){let o=t(`form`);try{if(r===null){let e=(await i(a,{})).retailer.identificationServices,[t,r]=e;return t?r?{services:e}:await c(t.key,n):{problem:o.noServices}}return await c(r,n)}catch(t){if(t instanceof e)return{problem:o.failures[t.kind]};throw t}}async function c(e,n){let{identificationStart:a}=await i(o,{input:{service:e,...n}}),{authorizationUrl:s,userErrors:c}=a;return s?(r(`omavirta.signed-in`,`yes`),location.assign(s),null):{problem:c[0]?.message??t(`form`).failures.refused}}export{s as depart};