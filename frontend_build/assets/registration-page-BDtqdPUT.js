import{d as e,l as t,o as n,t as r}from"./preact-DiQsbUql.js";import{G as i,H as a,Q as o,U as s,V as c,X as l,_ as u,c as d,et as f,g as p,h as m,j as h,k as g,nt as _,q as v,v as y}from"./app--XdLNIMd.js";import{n as b,t as x}from"./index-CL5f6hA6.js";import{n as S,r as C,t as w}from"./code-field-Bz3PZh1D.js";import{c as T,d as E,i as D,l as O,n as k,o as A,p as j,r as M,s as N,t as P}from"./form-BHw-gNnb.js";import{n as F,t as I}from"./steps-BAmPHCDo.js";import{t as L}from"./phones-DAELRFWe.js";import{t as R}from"./checkbox-field-CsXdKQVy.js";import{n as ee,t as te}from"./new-password-BiYhwNtD.js";import{p as z}from"./data-0wsBdGin.js";import{t as B}from"./choice-Cd967nnm.js";var V=p(`
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
`),H=p(`
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
  `,[V]),U=p(`
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
  `,[V]),W=p(`
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
  `,[V]),G=p(`
  mutation RegistrationCode {
    registrationCodeRequest(input: {}) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),K=p(`
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
  `,[m]),q=p(`
  mutation RegistrationDelete {
    registrationDelete(input: {}) {
      deleted
      userErrors {
        code
        message
      }
    }
  }
`);function J(){let t=f(`registration`),{failures:n}=f(`form`),[i,a]=e(!1),[o,c]=e(``);async function l(){if(!i){a(!0);try{await y(q,{}),b(`omavirta.registers-for`,null),s(h)}catch(e){c(n[e instanceof u?e.kind:`unreachable`]),a(!1)}}}return r(`div`,{class:`cancel`,children:[r(`button`,{type:`button`,class:`button button-quiet`,"aria-disabled":i,onClick:()=>void l(),children:t.cancel}),r(`p`,{class:`hint`,children:t.cancelHint}),o&&r(`p`,{class:`problem`,role:`alert`,children:o})]})}var Y={company:`yritys`,details:`tiedot`,code:`koodi`};function X(e){return`${g}?vaihe=${Y[e]}`}function Z(e){return e.some(({code:e})=>e===`EXPIRED`)}function Q({registration:e,reload:t}){let n=f(`registration`).code,i=f(`credentials`),o=O(),s=c(`code`);a(k(o,n.title));async function l(e){let n=C(e);if(n.length)return n;let r=x(`omavirta.invitation`),{registrationComplete:i}=await y(K,{input:{code:S(e),invitation:r}});return Z(i.userErrors)?t():i.viewer&&!i.userErrors.length&&(b(`omavirta.invitation`,null),b(`omavirta.registers-for`,null),await d(i.viewer,`/?ilmoitus=tervetuloa`)),N(i.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:4,of:4}),r(`h1`,{ref:s,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.email??``)}),r(P,{form:o,submit:i.verifyCode,submitting:i.verifyingCode,onSubmit:l,children:r(w,{form:o,hint:i.codeHint})}),r(F,{send:async()=>(await y(G,{})).registrationCodeRequest.userErrors}),r(`p`,{children:r(`a`,{href:X(`details`),children:n.changeAddress})}),r(J,{})]})}function ne({registration:e,retailer:t,proceed:n,reload:i,kept:o}){let s=f(`registration`).companyStep,l=O(),u=c(`company`);a(k(l,s.title));async function d(e){let t=A(e,{businessId:s.businessIdMissing,customerNumber:s.customerNumberMissing});if(t.length)return t;let r={businessId:T(e,`businessId`).trim(),customerNumber:T(e,`customerNumber`).trim()},{registrationCompanyUpdate:a}=await y(U,{input:r});return Z(a.userErrors)?i():a.registration&&!a.userErrors.length&&(b(`omavirta.registers-for`,null),n(a.registration)),N(a.userErrors)}function p(t){t.preventDefault(),b(`omavirta.registers-for`,null),n(e)}return r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:u,tabIndex:-1,children:s.title}),r(`p`,{children:s.text}),r(P,{form:l,kept:o,submit:s.submit,submitting:s.submitting,onSubmit:d,children:[r(D,{...l.field(`businessId`),label:s.businessId,hint:s.businessIdHint,autocomplete:`off`}),r(D,{...l.field(`customerNumber`),label:s.customerNumber,hint:s.customerNumberHint,inputmode:`numeric`,autocomplete:`off`})]}),e.customers.length>0&&r(`p`,{children:r(`a`,{href:`/rekisteroidy`,onClick:p,children:s.without})}),r(`details`,{children:[r(`summary`,{children:s.help}),r(L,{phones:t.phones})]}),r(J,{})]})}function re(e){return r(E,{...e,children:r(`select`,{...j(e),class:`control`,children:e.options.map(({value:t,text:n,lang:i})=>r(`option`,{value:t,lang:i,selected:t===e.initial,children:n},t))})})}function ie({registration:e,retailer:t,proceed:n,reload:i,kept:s}){let l=f(`registration`).details,u=f(`credentials`),{languages:d}=f(`shell`),p=O(),m=c(`details`);a(k(p,l.title));async function h(e){let r=[...A(e,{email:u.emailMissing}),...ee(e),...A(e,{termsVersion:l.termsMissing})];if(r.length)return r;let a={email:T(e,`email`).trim(),userName:T(e,`userName`).trim()||null,password:T(e,`password`),language:T(e,`language`),termsVersion:t.termsVersion,invitation:x(`omavirta.invitation`)},{registrationStart:o}=await y(W,{input:a});return Z(o.userErrors)?i():o.registration&&!o.userErrors.length&&n(o.registration,`code`),N(o.userErrors)}return r(`section`,{class:`form-page`,children:[r(I,{now:3,of:4}),r(`h1`,{ref:m,tabIndex:-1,children:l.title}),r(P,{form:p,kept:s,submit:l.submit,submitting:l.submitting,onSubmit:h,children:[r(D,{...p.field(`email`),label:u.email,hint:l.emailHint,inputmode:`email`,autocomplete:`email`,initial:e.email??void 0}),r(D,{...p.field(`userName`),label:u.userName,hint:u.userNameHint,autocomplete:`username`,initial:e.userName??void 0,optional:!0}),r(te,{form:p,label:u.password}),r(re,{...p.field(`language`),label:l.language,hint:l.languageHint,initial:e.email?e.language:o.value.toUpperCase(),options:_.map(e=>({value:e.toUpperCase(),text:d[e],lang:e}))}),r(`div`,{class:`terms`,children:[r(`ul`,{role:`list`,children:t.terms.map(({title:e,url:t})=>r(`li`,{children:r(`a`,{href:t,target:`_blank`,rel:`noreferrer`,children:[e,r(`span`,{class:`hidden`,children:[` `,l.newTab]})]})},t))}),r(R,{...p.field(`termsVersion`),children:l.acceptTerms(t.termsVersion)})]})]}),r(J,{})]})}function ae({registration:e}){let t=f(`registration`),{next:n}=f(`credentials`),i=c(`found`),{customers:o,company:s}=e,l=t.greeting(e.name);return a(l),r(`section`,{class:`form-page`,children:[r(I,{now:2,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:l}),r(`div`,{class:`card form`,children:[o.length>0&&r($,{title:t.found(o.length),customers:o}),s&&r(`div`,{children:[r($,{title:t.company,customers:[s]}),r(`p`,{class:`hint`,children:t.companyMayWait})]}),o.length===0&&!s&&r(`p`,{children:t.invited}),r(`a`,{class:`button button-wide`,href:X(`details`),children:n}),r(`a`,{href:X(`company`),children:s?t.otherCompany:t.addCompany})]}),r(J,{})]})}function $({title:e,customers:t}){let n=f(`registration`);return r(`div`,{children:[r(`h2`,{class:`part-title`,children:e}),r(`ul`,{class:`found`,role:`list`,children:t.map(({number:e,name:t,kind:i})=>r(`li`,{children:[r(z,{name:i===`COMPANY`?`company`:`person`}),r(`span`,{children:[t,r(`span`,{class:`hint`,children:n.number(e)})]})]},e))})]})}function oe({expired:t}){let n=f(`registration`),i=c(`identify`),[o,s]=e(x(`omavirta.registers-for`)===`company`?`company`:`person`);a(n.title);function l(e){s(e),b(`omavirta.registers-for`,e===`company`?e:null)}return r(`section`,{class:`form-page`,children:[r(I,{now:1,of:4}),r(`h1`,{ref:i,tabIndex:-1,children:n.title}),t&&r(`div`,{class:`notice`,role:`status`,children:r(`p`,{children:n.expired})}),r(`p`,{children:n.why}),r(`div`,{class:`card form`,children:[r(`ol`,{class:`ways`,children:n.ways.map(e=>r(`li`,{children:e},e))}),r(`div`,{children:[r(B,{name:`registers-for`,label:n.forWhom,value:o,options:[{value:`person`,text:n.forPerson},{value:`company`,text:n.forCompany}],onChoose:l}),r(`p`,{class:`hint`,children:o===`company`?n.forCompanyHint:n.forPersonHint})]}),r(M,{purpose:`REGISTER`,returnTo:g})]}),r(`p`,{children:[n.haveAccount,` `,r(`a`,{href:h,children:n.signIn})]})]})}function se({registration:e,retailer:t}){let n=f(`registration`).notFound,i=c(`not-found`);return a(n.title),r(`section`,{class:`form-page`,children:[r(`h1`,{ref:i,tabIndex:-1,children:n.title}),r(`p`,{children:n.text(e.name)}),r(`div`,{class:`card form`,children:[r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.reasonsTitle}),r(`ul`,{class:`reasons`,children:n.reasons.map(e=>r(`li`,{children:e},e))})]}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.companyTitle}),r(`p`,{children:n.companyText})]}),r(`a`,{class:`button button-wide`,href:X(`company`),children:n.company}),r(`div`,{children:[r(`h2`,{class:`part-title`,children:n.serviceTitle}),r(L,{phones:t.phones})]})]}),r(J,{})]})}function ce(){let[a,c]=e(null),[d,f]=e(null),[p,m]=e(0),h=t(null),_=t(null),b=()=>m(e=>e+1);if(n(()=>{let e=new AbortController;return f(null),y(H,{},e.signal).then(c,t=>{e.signal.aborted||f(t instanceof u?t:new u(`unreachable`))}),()=>e.abort()},[p,o.value]),!a)return d?r(v,{failure:d,retry:b}):r(l,{});let{registration:S,retailer:C}=a,w=i.value.query.get(`vaihe`);if(!S)return r(oe,{expired:w!==null});let T={registration:S,retailer:C,proceed:(e,t)=>{c({registration:e,retailer:C}),s(t?X(t):g)},reload:b},E=S.customers.length>0||S.company!==null||x(`omavirta.invitation`)!==null;return w===Y.company||!w&&!S.company&&x(`omavirta.registers-for`)===`company`?r(ne,{...T,kept:h}):E?S.awaitsCode&&(!w||w===Y.code)?r(Q,{...T}):w?r(ie,{...T,kept:_}):r(ae,{...T}):r(se,{...T})}export{ce as Page};