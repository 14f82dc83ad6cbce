import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{B as i,E as a,H as o,I as s,K as c,M as l,N as u,P as d,R as f,W as p,_ as m,c as h,g,h as _,m as v,w as y,z as b}from"./app-Co5s9kob.js";import{n as x,t as S}from"./index-GBZQGJna.js";import{n as C,r as w,t as T}from"./code-field-Do_GaUu7.js";import{c as E,d as D,i as O,l as k,n as A,o as j,p as ee,r as M,s as N,t as P}from"./form-CyibYWsH.js";import{n as F,t as I}from"./steps-8SEYrE4m.js";import{t as L}from"./phones-DAELRFWe.js";import{t as R}from"./checkbox-field-DZC6cr2y.js";import{n as z,t as B}from"./new-password-BBXsCxwd.js";import{t as V}from"./choice-Cd967nnm.js";var H=_(`
  fragment RegistrationParts on Registration {
    name
    customers {
      number
      name
      kind
    }
    company {
      number
      name
      kind
    }
    email
    userName
    language
    awaitsCode
  }
`),U=_(`
    query Registration {
      registration {
        ...RegistrationParts
      }
      retailer {
        phones {
          name
          number
          openingHours
        }
        terms {
          title
          url
        }
        termsVersion
      }
    }
  `,[H]),W=_(`
    mutation RegistrationCompany($input: RegistrationCompanyUpdateInput!) {
      registrationCompanyUpdate(input: $input) {
        registration {
          ...RegistrationParts
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,[H]),G=_(`
    mutation RegistrationStart($input: RegistrationStartInput!) {
      registrationStart(input: $input) {
        registration {
          ...RegistrationParts
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,[H]),K=_(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),q=_(`
    mutation RegistrationComplete($input: RegistrationCompleteInput!) {
      registrationComplete(input: $input) {
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
  `,[v]),J=_(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function Y(){let t=p(`registration`),{failures:n}=p(`form`),[i,o]=e(!1),[s,c]=e(``);async function l(){if(!i){o(!0);try{await m(J,{}),x(`omavirta.registers-for`,null),d(a)}catch(e){c(n[e instanceof g?e.kind:`unreachable`]),o(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":i,onClick:()=>void l(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),s&&r(`p`,{class:`problem`,role:`alert`,children:s})]})}var X={company:`yritys`,details:`tiedot`,code:`koodi`};function Z(e){return`${y}?vaihe=${X[e]}`}function Q(e){return e.some(({code:e})=>e===`EXPIRED`)}function te({registration:e,reload:t}){let n=p(`registration`).code,i=p(`credentials`),a=k(),o=l(`code`);u(A(a,n.title));async function s(e){let n=w(e);if(n.length)return n;let r=S(`omavirta.invitation`),{registrationComplete:i}=await m(q,{input:{code:C(e),invitation:r}});return Q(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(x(`omavirta.invitation`,null),x(`omavirta.registers-for`,null),await h(i.viewer,i.viewer.customers.length?`/?ilmoitus=tervetuloa`:`/?ilmoitus=odottaa`)),N(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:4,of:4}),r(`h1`,{ref:o,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(P,{form:a,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:s,children:r(T,{form:a,hint:i.codeHint})}),r(F,{send:async()=>(await m(K,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:Z(`details`),children:n.changeAddress})}),r(Y,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let o=p(`registration`).companyStep,s=k(),c=l(`company`);u(A(s,o.title));async function d(e){let t=j(e,{businessId:o.businessIdMissing,customerNumber:o.customerNumberMissing});if(t.length)return t;let r={businessId:E(e,`businessId`).trim(),customerNumber:E(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await m(W,{input:r});return Q(a.userErrors)?i():a.registration&&!a.userErrors.length&&(x(`omavirta.registers-for`,null),n(a.registration)),N(a.userErrors)}function f(t){t.preventDefault(),x(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:c,tabIndex:-1,children:o.title}),r(`p`,{children:o.text}),r(P,{form:s,kept:a,submit:o.submit,submitting:o.submitting,onSubmit:d,children:[r(O,{...s.field(`businessId`),label:o.businessId,hint:o.businessIdHint,autocomplete:`off`}),r(O,{...s.field(`customerNumber`),label:o.customerNumber,hint:o.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:f,children:o.without})}),r(`details`,{children:[r(`summary`,{children:o.help}),r(L,{phones:t.phones})]}),r(Y,{})]})}function re(e){return r(D,{...e,children:r(`select`,{...ee(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let s=p(`registration`).details,d=p(`credentials`),{languages:f}=p(`shell`),h=k(),g=l(`details`);u(A(h,s.title));async function _(e){let r=[...j(e,{email:d.emailMissing}),...z(e),...j(e,{termsVersion:s.termsMissing})];if(r.length)return r;let a={email:E(e,`email`).trim(),userName:E(e,`userName`).trim()||null,password:E(e,`password`),language:E(e,`language`),termsVersion:t.termsVersion,invitation:S(`omavirta.invitation`)},{registrationStart:o}=await m(G,{input:a});return Q(o.userErrors)?i():o.registration&&!o.userErrors.length&&n(o.registration,`code`),N(o.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:3,of:4}),r(`h1`,{ref:g,tabIndex:-1,children:s.title}),r(P,{form:h,kept:a,submit:s.submit,submitting:s.submitting,onSubmit:_,children:[r(O,{...h.field(`email`),label:d.email,hint:s.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(O,{...h.field(`userName`),label:d.userName,hint:d.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(B,{form:h,label:d.password}),r(re,{...h.field(`language`),label:s.language,hint:s.languageHint,initial:e.email?e.language:o.value.toUpperCase(),options:c.map(e=>({value:e.toUpperCase(),text:f[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,s.newTab]})]})},t))}),r(R,{...h.field(`termsVersion`),children:s.acceptTerms(t.termsVersion)})]})]}),r(Y,{})]})}function ae({registration:e}){let t=p(`registration`),{next:n}=p(`credentials`),i=l(`found`),{customers:a,company:o}=e,s=t.greeting(e.name);return u(s),r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:s}),r(`div`,{class:`card form`,children:[a.length>0&&r($,{title:t.found(a.length),customers:a}),o&&r($,{title:t.company,customers:[o]}),a.length===0&&!o&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:Z(`details`),children:n}),r(`a`,{href:Z(`company`),children:o?t.otherCompany:t.addCompany})]}),r(Y,{})]})}function $({title:e,customers:t}){let n=p(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(b,{name:i===`COMPANY`?`bars`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=p(`registration`),i=l(`identify`),[o,s]=e(S(`omavirta.registers-for`)===`company`?`company`:`person`);u(n.title);function c(e){s(e),x(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(I,{now:1,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(V,{name:`registers-for`,label:n.forWhom,value:o,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:c}),r(`p`,{class:`hint`,children:o===`company`?n.forCompanyHint:n.forPersonHint})]}),r(M,{purpose:`REGISTER`,returnTo:y})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:a,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=p(`registration`).notFound,i=l(`not-found`);return u(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:Z(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(L,{phones:t.phones})]})]}),r(Y,{})]})}function ce(){let[a,c]=e(null),[l,u]=e(null),[p,h]=e(0),_=t(null),v=t(null),b=()=>h(e=>e+1);if(n(()=>{let e=new AbortController;return u(null),m(U,{},e.signal).then(c,t=>{e.signal.aborted||u(t instanceof g?t:new g(`unreachable`))}),()=>e.abort()},[p,o.value]),!a)return l?r(f,{failure:l,retry:b}):r(i,{});let{registration:x,retailer:C}=a,w=s.value.query.get(`vaihe`);if(!x)return r(oe,{expired:w!==null});let T={registration:x,retailer:C,proceed:(e,t)=>{c({registration:e,retailer:C}),d(t?Z(t):y)},reload:b},E=x.customers.length>0||x.company!==null||S(`omavirta.invitation`)!==null;return w===X.company||!w&&!x.company&&S(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:_}):E?x.awaitsCode&&(!w||w===X.code)?r(te,{...T}):w?r(ie,{...T,kept:v}):r(ae,{...T}):r(se,{...T})}export{ce as Page};