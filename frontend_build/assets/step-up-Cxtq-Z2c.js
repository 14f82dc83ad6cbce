import{l as e,m as t,o as n,t as r}from"./preact-DiQsbUql.js";import{g as i,nt as a,q as o,rt as s,tt as c,v as l}from"./app-BhYbjUjw.js";import{a as u,c as d,l as f,m as p,o as m,s as h,u as g}from"./form-9nbxsXnI.js";import{l as _}from"./section-Pyju4tSU.js";var v=i(`
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
`),y=i(`
  mutation SessionVerify($input: SessionVerifyInput!) {
    sessionVerify(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),b=i(`
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
`),x=i(`
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
`),S=i(`
  mutation PasskeyStepUp($input: PasskeySessionCreateInput!) {
    passkeySessionCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);async function C(e=`any`){let[n]=await Promise.all([l(v,{}),c(`account`)]),i=document.createElement(`div`);document.body.append(i);let a=await new Promise(a=>t(r(w,{ways:n,by:e,done:a}),i));return t(null,i),i.remove(),a}function w({ways:t,by:i,done:o}){let s=a(`account`).stepup,c=e(null),l=f(`step-up-`),d=e(!1);n(()=>c.current?.showModal(),[]);let m=()=>{d.current=!0,c.current?.close()},h=t.viewer?.account,g=i===`any`&&h?.hasPassword,_=[];if(i===`any`&&h?.passkeys.length&&u()&&_.push(r(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>l.send(()=>D(m)),children:s.passkey},`passkey`)),h?.identified)for(let{key:e,name:n}of t.retailer.identificationServices)_.push(r(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>l.send(()=>O(e)),children:s.bank(n)},e));return r(`dialog`,{ref:c,class:`dialog card`,"aria-labelledby":`step-up-title`,onClose:()=>o(d.current),children:[r(`h2`,{id:`step-up-title`,children:s.title}),r(`p`,{children:s.why}),r(p,{form:l,title:s.problem}),g&&r(T,{form:l,userName:h.userName??h.email,close:m}),g&&_.length>0&&r(`p`,{class:`dialog-or`,children:s.or}),_.length>0&&r(`div`,{class:`dialog-ways`,children:_}),_.length>0&&h?.identified&&r(`p`,{class:`hint`,children:s.bankHint}),r(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>c.current?.close(),children:s.cancel})]})}function T({form:e,userName:t,close:n}){let i=a(`account`).stepup;return r(`form`,{class:`form`,method:`post`,noValidate:!0,onSubmit:t=>{t.preventDefault();let r=new FormData(t.currentTarget);e.send(()=>E(r,n))},children:[r(`input`,{class:`hidden`,type:`text`,name:`username`,autocomplete:`username`,value:t,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),r(g,{...e.field(`password`),label:i.password,autocomplete:`current-password`}),r(`button`,{type:`submit`,class:`button button-wide`,"aria-disabled":e.sending,children:e.sending?i.checking:i.confirm})]})}async function E(e,t){let n=m(e,{password:a(`account`).stepup.passwordMissing});if(n.length)return n;let{sessionVerify:r}=await l(y,{input:{password:d(e,`password`)}});return r.userErrors.length?h(r.userErrors):(t(),[])}async function D(e){let{PasskeyFailure:t,signWithPasskey:n}=await s(async()=>{let{PasskeyFailure:e,signWithPasskey:t}=await import(`./webauthn-mjKrM_wn.js`);return{PasskeyFailure:e,signWithPasskey:t}},[]),{passkeySessionRequest:r}=await l(x,{});if(!r.optionsJson)return h(r.userErrors);let i;try{i=await n(r.optionsJson)}catch(e){if(e instanceof t)return[{field:null,message:a(`account`).stepup.passkeyCancelled}];throw e}let{passkeySessionCreate:o}=await l(S,{input:{responseJson:i}});return o.userErrors.length?h(o.userErrors):(e(),[])}async function O(e){let{identificationStart:t}=await l(b,{input:{service:e,purpose:`STEP_UP`,returnTo:o.peek().href}});return t.authorizationUrl?(_(),location.assign(t.authorizationUrl),new Promise(e=>addEventListener(`pageshow`,()=>e([]),{once:!0}))):h(t.userErrors)}export{C as proveIdentity};