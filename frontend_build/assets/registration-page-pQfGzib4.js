import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{B as i,D as a,F as o,G as s,L as c,N as l,P as u,T as d,U as f,V as p,_ as m,c as h,g,h as _,q as v,v as y,z as b}from"./app-D6tMOJo9.js";import{n as x,t as S}from"./index-Ck7HjvmS.js";import{n as C,r as w,t as T}from"./code-field-CCKsWzIl.js";import{c as E,d as D,i as O,l as k,n as A,o as j,p as ee,r as M,s as N,t as P}from"./form-DXgCkZqC.js";import{n as F,t as I}from"./steps-ClTpoF-D.js";import{t as L}from"./phones-DAELRFWe.js";import{t as R}from"./checkbox-field-Cc2vApR3.js";import{n as z,t as B}from"./new-password-Clwlrow9.js";import{t as V}from"./choice-Cd967nnm.js";var H=g(`
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
`),U=g(`
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
  `,[H]),W=g(`
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
  `,[H]),G=g(`
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
  `,[H]),K=g(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),q=g(`
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
  `,[_]),J=g(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function Y(){let t=s(`registration`),{failures:n}=s(`form`),[i,c]=e(!1),[l,u]=e(``);async function d(){if(!i){c(!0);try{await y(J,{}),x(`omavirta.registers-for`,null),o(a)}catch(e){u(n[e instanceof m?e.kind:`unreachable`]),c(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":i,onClick:()=>void d(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),l&&r(`p`,{class:`problem`,role:`alert`,children:l})]})}var X={company:`yritys`,details:`tiedot`,code:`koodi`};function Z(e){return`${d}?vaihe=${X[e]}`}function Q(e){return e.some(({code:e})=>e===`EXPIRED`)}function te({registration:e,reload:t}){let n=s(`registration`).code,i=s(`credentials`),a=k(),o=l(`code`);u(A(a,n.title));async function c(e){let n=w(e);if(n.length)return n;let r=S(`omavirta.invitation`),{registrationComplete:i}=await y(q,{input:{code:C(e),invitation:r}});return Q(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(x(`omavirta.invitation`,null),x(`omavirta.registers-for`,null),await h(i.viewer,`/?ilmoitus=tervetuloa`)),N(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:4,of:4}),r(`h1`,{ref:o,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(P,{form:a,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:c,children:r(T,{form:a,hint:i.codeHint})}),r(F,{send:async()=>(await y(K,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:Z(`details`),children:n.changeAddress})}),r(Y,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let o=s(`registration`).companyStep,c=k(),d=l(`company`);u(A(c,o.title));async function f(e){let t=j(e,{businessId:o.businessIdMissing,customerNumber:o.customerNumberMissing});if(t.length)return t;let r={businessId:E(e,`businessId`).trim(),customerNumber:E(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await y(W,{input:r});return Q(a.userErrors)?i():a.registration&&!a.userErrors.length&&(x(`omavirta.registers-for`,null),n(a.registration)),N(a.userErrors)}function p(t){t.preventDefault(),x(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:d,tabIndex:-1,children:o.title}),r(`p`,{children:o.text}),r(P,{form:c,kept:a,submit:o.submit,submitting:o.submitting,onSubmit:f,children:[r(O,{...c.field(`businessId`),label:o.businessId,hint:o.businessIdHint,autocomplete:`off`}),r(O,{...c.field(`customerNumber`),label:o.customerNumber,hint:o.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:p,children:o.without})}),r(`details`,{children:[r(`summary`,{children:o.help}),r(L,{phones:t.phones})]}),r(Y,{})]})}function re(e){return r(D,{...e,children:r(`select`,{...ee(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let o=s(`registration`).details,c=s(`credentials`),{languages:d}=s(`shell`),p=k(),m=l(`details`);u(A(p,o.title));async function h(e){let r=[...j(e,{email:c.emailMissing}),...z(e),...j(e,{termsVersion:o.termsMissing})];if(r.length)return r;let a={email:E(e,`email`).trim(),userName:E(e,`userName`).trim()||null,password:E(e,`password`),language:E(e,`language`),termsVersion:t.termsVersion,invitation:S(`omavirta.invitation`)},{registrationStart:s}=await y(G,{input:a});return Q(s.userErrors)?i():s.registration&&!s.userErrors.length&&n(s.registration,`code`),N(s.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:3,of:4}),r(`h1`,{ref:m,tabIndex:-1,children:o.title}),r(P,{form:p,kept:a,submit:o.submit,submitting:o.submitting,onSubmit:h,children:[r(O,{...p.field(`email`),label:c.email,hint:o.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(O,{...p.field(`userName`),label:c.userName,hint:c.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(B,{form:p,label:c.password}),r(re,{...p.field(`language`),label:o.language,hint:o.languageHint,initial:e.email?e.language:f.value.toUpperCase(),options:v.map(e=>({value:e.toUpperCase(),text:d[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,o.newTab]})]})},t))}),r(R,{...p.field(`termsVersion`),children:o.acceptTerms(t.termsVersion)})]})]}),r(Y,{})]})}function ae({registration:e}){let t=s(`registration`),{next:n}=s(`credentials`),i=l(`found`),{customers:a,company:o}=e,c=t.greeting(e.name);return u(c),r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:c}),r(`div`,{class:`card form`,children:[a.length>0&&r($,{title:t.found(a.length),customers:a}),o&&r(`div`,{children:[r($,{title:t.company,customers:[o]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),a.length===0&&!o&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:Z(`details`),children:n}),r(`a`,{href:Z(`company`),children:o?t.otherCompany:t.addCompany})]}),r(Y,{})]})}function $({title:e,customers:t}){let n=s(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:a})=>r(`li`,{children:[r(i,{name:a===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=s(`registration`),i=l(`identify`),[o,c]=e(S(`omavirta.registers-for`)===`company`?`company`:`person`);u(n.title);function f(e){c(e),x(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(I,{now:1,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(V,{name:`registers-for`,label:n.forWhom,value:o,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:f}),r(`p`,{class:`hint`,children:o===`company`?n.forCompanyHint:n.forPersonHint})]}),r(M,{purpose:`REGISTER`,returnTo:d})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:a,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=s(`registration`).notFound,i=l(`not-found`);return u(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:Z(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(L,{phones:t.phones})]})]}),r(Y,{})]})}function ce(){let[i,a]=e(null),[s,l]=e(null),[u,h]=e(0),g=t(null),_=t(null),v=()=>h(e=>e+1);if(n(()=>{let e=new AbortController;return l(null),y(U,{},e.signal).then(a,t=>{e.signal.aborted||l(t instanceof m?t:new m(`unreachable`))}),()=>e.abort()},[u,f.value]),!i)return s?r(b,{failure:s,retry:v}):r(p,{});let{registration:x,retailer:C}=i,w=c.value.query.get(`vaihe`);if(!x)return r(oe,{expired:w!==null});let T={registration:x,retailer:C,proceed:(e,t)=>{a({registration:e,retailer:C}),o(t?Z(t):d)},reload:v},E=x.customers.length>0||x.company!==null||S(`omavirta.invitation`)!==null;return w===X.company||!w&&!x.company&&S(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:g}):E?x.awaitsCode&&(!w||w===X.code)?r(te,{...T}):w?r(ie,{...T,kept:_}):r(ae,{...T}):r(se,{...T})}export{ce as Page};