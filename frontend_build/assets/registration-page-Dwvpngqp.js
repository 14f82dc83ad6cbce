import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{G as i,Q as a,U as o,W as s,Y as c,_ as l,c as u,et as d,g as f,h as p,it as m,j as h,k as g,nt as _,q as ee,v}from"./app-BhYbjUjw.js";import{n as y,t as b}from"./index-CF6aCvCr.js";import{n as x,r as S,t as C}from"./code-field-CGj5Qr2B.js";import{c as w,d as T,i as E,l as D,n as O,o as k,p as A,r as j,s as M,t as N}from"./form-9nbxsXnI.js";import{n as P,t as F}from"./steps-BNbrUGjn.js";import{t as I}from"./phones-DAELRFWe.js";import{t as L}from"./checkbox-field-vJtOE2Uq.js";import{n as R,t as z}from"./new-password-BiIJZU9P.js";import{m as B}from"./data-DX79vbST.js";import{t as V}from"./choice-Cd967nnm.js";var H=f(`
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
`),U=f(`
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
  `,[H]),W=f(`
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
  `,[H]),G=f(`
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
  `,[H]),K=f(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),q=f(`
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
  `,[p]),J=f(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function Y(){let t=_(`registration`),{failures:n}=_(`form`),[a,o]=e(!1),[s,c]=e(``);async function u(){if(!a){o(!0);try{await v(J,{}),y(`omavirta.registers-for`,null),i(h)}catch(e){c(n[e instanceof l?e.kind:`unreachable`]),o(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":a,onClick:()=>void u(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),s&&r(`p`,{class:`problem`,role:`alert`,children:s})]})}var X={company:`yritys`,details:`tiedot`,code:`koodi`};function Z(e){return`${g}?vaihe=${X[e]}`}function Q(e){return e.some(({code:e})=>e===`EXPIRED`)}function te({registration:e,reload:t}){let n=_(`registration`).code,i=_(`credentials`),a=D(),c=o(`code`);s(O(a,n.title));async function l(e){let n=S(e);if(n.length)return n;let r=b(`omavirta.invitation`),{registrationComplete:i}=await v(q,{input:{code:x(e),invitation:r}});return Q(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(y(`omavirta.invitation`,null),y(`omavirta.registers-for`,null),await u(i.viewer,`/?ilmoitus=tervetuloa`)),M(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(F,{now:4,of:4}),r(`h1`,{ref:c,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(N,{form:a,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:l,children:r(C,{form:a,hint:i.codeHint})}),r(P,{send:async()=>(await v(K,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:Z(`details`),children:n.changeAddress})}),r(Y,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let c=_(`registration`).companyStep,l=D(),u=o(`company`);s(O(l,c.title));async function d(e){let t=k(e,{businessId:c.businessIdMissing,customerNumber:c.customerNumberMissing});if(t.length)return t;let r={businessId:w(e,`businessId`).trim(),customerNumber:w(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await v(W,{input:r});return Q(a.userErrors)?i():a.registration&&!a.userErrors.length&&(y(`omavirta.registers-for`,null),n(a.registration)),M(a.userErrors)}function f(t){t.preventDefault(),y(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(F,{now:2,of:4}),r(`h1`,{ref:u,tabIndex:-1,children:c.title}),r(`p`,{children:c.text}),r(N,{form:l,kept:a,submit:c.submit,submitting:c.submitting,onSubmit:d,children:[r(E,{...l.field(`businessId`),label:c.businessId,hint:c.businessIdHint,autocomplete:`off`}),r(E,{...l.field(`customerNumber`),label:c.customerNumber,hint:c.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:f,children:c.without})}),r(`details`,{children:[r(`summary`,{children:c.help}),r(I,{phones:t.phones})]}),r(Y,{})]})}function re(e){return r(T,{...e,children:r(`select`,{...A(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:i,kept:a}){let c=_(`registration`).details,l=_(`credentials`),{languages:u}=_(`shell`),f=D(),p=o(`details`);s(O(f,c.title));async function h(e){let r=[...k(e,{email:l.emailMissing}),...R(e),...k(e,{termsVersion:c.termsMissing})];if(r.length)return r;let a={email:w(e,`email`).trim(),userName:w(e,`userName`).trim()||null,password:w(e,`password`),language:w(e,`language`),termsVersion:t.termsVersion,invitation:b(`omavirta.invitation`)},{registrationStart:o}=await v(G,{input:a});return Q(o.userErrors)?i():o.registration&&!o.userErrors.length&&n(o.registration,`code`),M(o.userErrors)}return r(`section`,{class:`form-page`,children:[r(F,{now:3,of:4}),r(`h1`,{ref:p,tabIndex:-1,children:c.title}),r(N,{form:f,kept:a,submit:c.submit,submitting:c.submitting,onSubmit:h,children:[r(E,{...f.field(`email`),label:l.email,hint:c.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(E,{...f.field(`userName`),label:l.userName,hint:l.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(z,{form:f,label:l.password}),r(re,{...f.field(`language`),label:c.language,hint:c.languageHint,initial:e.email?e.language:d.value.toUpperCase(),options:m.map(e=>({value:e.toUpperCase(),text:u[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,c.newTab]})]})},t))}),r(L,{...f.field(`termsVersion`),children:c.acceptTerms(t.termsVersion)})]})]}),r(Y,{})]})}function ae({registration:e}){let t=_(`registration`),{next:n}=_(`credentials`),i=o(`found`),{customers:a,company:c}=e,l=t.greeting(e.name);return s(l),r(`section`,{class:`form-page`,children:[r(F,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:l}),r(`div`,{class:`card form`,children:[a.length>0&&r($,{title:t.found(a.length),customers:a}),c&&r(`div`,{children:[r($,{title:t.company,customers:[c]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),a.length===0&&!c&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:Z(`details`),children:n}),r(`a`,{href:Z(`company`),children:c?t.otherCompany:t.addCompany})]}),r(Y,{})]})}function $({title:e,customers:t}){let n=_(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(B,{name:i===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=_(`registration`),i=o(`identify`),[a,c]=e(b(`omavirta.registers-for`)===`company`?`company`:`person`);s(n.title);function l(e){c(e),y(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(F,{now:1,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(V,{name:`registers-for`,label:n.forWhom,value:a,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:l}),r(`p`,{class:`hint`,children:a===`company`?n.forCompanyHint:n.forPersonHint})]}),r(j,{purpose:`REGISTER`,returnTo:g})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:h,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=_(`registration`).notFound,i=o(`not-found`);return s(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:Z(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(I,{phones:t.phones})]})]}),r(Y,{})]})}function ce(){let[o,s]=e(null),[u,f]=e(null),[p,m]=e(0),h=t(null),_=t(null),y=()=>m(e=>e+1);if(n(()=>{let e=new AbortController;return f(null),v(U,{},e.signal).then(s,t=>{e.signal.aborted||f(t instanceof l?t:new l(`unreachable`))}),()=>e.abort()},[p,d.value]),!o)return u?r(c,{failure:u,retry:y}):r(a,{});let{registration:x,retailer:S}=o,C=ee.value.query.get(`vaihe`);if(!x)return r(oe,{expired:C!==null});let w={registration:x,retailer:S,proceed:(e,t)=>{s({registration:e,retailer:S}),i(t?Z(t):g)},reload:y},T=x.customers.length>0||x.company!==null||b(`omavirta.invitation`)!==null;return C===X.company||!C&&!x.company&&b(`omavirta.registers-for`)===`company`?r(ne,{...w,kept:h}):T?x.awaitsCode&&(!C||C===X.code)?r(te,{...w}):C?r(ie,{...w,kept:_}):r(ae,{...w}):r(se,{...w})}export{ce as Page};