import{l as e,m as t,o as n,t as r}from"./preact-DiQsbUql.js";import{K as i,et as a,g as o,nt as s,tt as c,v as l}from"./app-WgkoDno2.js";import{a as u,c as d,l as f,m as p,o as m,s as h,u as g}from"./form-DI8wPJhX.js";import{l as _}from"./section-AREMJUhl.js";var v=o(`
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
`),y=o(`
  mutation SessionVerify($input: SessionVerifyInput!) {
    sessionVerify(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),b=o(`
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
`),x=o(`
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
`),S=o(`
  mutation PasskeyStepUp($input: PasskeySessionCreateInput!) {
    passkeySessionCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);async function C(e=`any`){let[n]=await Promise.all([l(v,{}),a(`account`)]),i=document.createElement(`div`);document.body.append(i);let o=await new Promise(a=>t(r(w,{ways:n,by:e,done:a}),i));return t(null,i),i.remove(),o}function w({ways:t,by:i,done:a}){let o=c(`account`).stepup,s=e(null),l=f(`step-up-`),d=e(!1);n(()=>s.current?.showModal(),[]);let m=()=>{d.current=!0,s.current?.close()},h=t.viewer?.account,g=i===`any`&&h?.hasPassword,_=[];if(i===`any`&&h?.passkeys.length&&u()&&_.push(r(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>l.send(()=>D(m)),children:o.passkey},`passkey`)),h?.identified)for(let{key:e,name:n}of t.retailer.identificationServices)_.push(r(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>l.send(()=>O(e)),children:o.bank(n)},e));return r(`dialog`,{ref:s,class:`dialog card`,"aria-labelledby":`step-up-title`,onClose:()=>a(d.current),children:[r(`h2`,{id:`step-up-title`,children:o.title}),r(`p`,{children:o.why}),r(p,{form:l,title:o.problem}),g&&r(T,{form:l,userName:h.userName??h.email,close:m}),g&&_.length>0&&r(`p`,{class:`dialog-or`,children:o.or}),_.length>0&&r(`div`,{class:`dialog-ways`,children:_}),_.length>0&&h?.identified&&r(`p`,{class:`hint`,children:o.bankHint}),r(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>s.current?.close(),children:o.cancel})]})}function T({form:e,userName:t,close:n}){let i=c(`account`).stepup;return r(`form`,{class:`form`,method:`post`,noValidate:!0,onSubmit:t=>{t.preventDefault();let r=new FormData(t.currentTarget);e.send(()=>E(r,n))},children:[r(`input`,{class:`hidden`,type:`text`,name:`username`,autocomplete:`username`,value:t,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),r(g,{...e.field(`password`),label:i.password,autocomplete:`current-password`}),r(`button`,{type:`submit`,class:`button button-wide`,"aria-disabled":e.sending,children:e.sending?i.checking:i.confirm})]})}async function E(e,t){let n=m(e,{password:c(`account`).stepup.passwordMissing});if(n.length)return n;let{sessionVerify:r}=await l(y,{input:{password:d(e,`password`)}});return r.userErrors.length?h(r.userErrors):(t(),[])}async function D(e){let{PasskeyFailure:t,signWithPasskey:n}=await s(async()=>{let{PasskeyFailure:e,signWithPasskey:t}=await import(`./webauthn-mjKrM_wn.js`);return{PasskeyFailure:e,signWithPasskey:t}},[]),{passkeySessionRequest:r}=await l(x,{});if(!r.optionsJson)return h(r.userErrors);let i;try{i=await n(r.optionsJson)}catch(e){if(e instanceof t)return[{field:null,message:c(`account`).stepup.passkeyCancelled}];throw e}let{passkeySessionCreate:a}=await l(S,{input:{responseJson:i}});return a.userErrors.length?h(a.userErrors):(e(),[])}async function O(e){let{identificationStart:t}=await l(b,{input:{service:e,purpose:`STEP_UP`,returnTo:i.peek().href}});return t.authorizationUrl?(_(),location.assign(t.authorizationUrl),new Promise(e=>addEventListener(`pageshow`,()=>e([]),{once:!0}))):h(t.userErrors)}export{C as proveIdentity};