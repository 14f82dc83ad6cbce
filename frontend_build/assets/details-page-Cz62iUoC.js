import{K as e,W as t,d as n,f as r,h as i,i as a,j as o,p as s,r as c,s as l,z as u}from"./app-Co5s9kob.js";import{i as d}from"./data-CB9jCBp6.js";import{a as f,c as p,i as m,o as h,r as g,s as _,t as v,u as y}from"./moments--ubw4Gu-.js";import{c as b,i as x,o as S,s as C}from"./form-CyibYWsH.js";import{d as w,p as T,t as E}from"./preact-DiQsbUql.js";import{t as D}from"./choice-Cd967nnm.js";import{t as O}from"./options-field-BAEoD7XY.js";import{n as k,r as A,t as j}from"./code-field-Do_GaUu7.js";var M=i(`
  query Details {
    viewer {
      account {
        id
        name
        email
        userName
        language
        phone
        notifications
        identified
      }
      customers {
        id
        kind
        number
        name
        role
      }
      mandateRequests {
        id
        companyName
        createdAt
      }
    }
  }
`),N=i(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=i(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=i(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),I=i(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),L=i(`
  mutation MandateRequestCreate($input: MandateRequestCreateInput!) {
    mandateRequestCreate(input: $input) {
      customer {
        id
        name
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`),R=`customers`;function z({viewer:e,editing:n}){let r=t(`account`).details.customers,i=`${R}:company`;return E(f,{name:R,title:r.title,lead:r.lead,editing:n,children:[e.customers.map(e=>E(m,{title:E(`span`,{class:`fact`,children:[E(u,{name:e.kind===`COMPANY`?`company`:`person`}),e.name]}),notes:E(T,{children:[r.number(e.number),e.kind===`COMPANY`&&` · ${r.roles[e.role]}`]}),actions:e.kind===`COMPANY`&&E(`a`,{class:`button button-quiet`,href:o(e.id),"aria-label":r.usersOf(e.name),children:r.users})},e.id)),e.mandateRequests.map(e=>E(m,{title:E(`span`,{class:`fact`,children:[E(u,{name:`company`}),e.companyName]}),notes:r.asked(v(e.createdAt))},e.id)),n.open===i?E(B,{name:i,editing:n}):E(`p`,{children:E(g,{name:i,editing:n,children:r.addCompany})})]})}function B({name:e,editing:n}){let r=t(`account`).details.customers;return E(h,{name:e,editing:n,title:r.addCompany,submit:r.ask,onSubmit:async e=>{let t=S(e,{businessId:r.businessIdMissing,customerNumber:r.customerNumberMissing});if(t.length)return t;let i=await p(L,{businessId:b(e,`businessId`).trim(),customerNumber:b(e,`customerNumber`).trim()});if(!i||i.userErrors.length)return C(i?.userErrors??[]);let{customer:o}=i;return o&&await a(),await n.reload(),n.finish(o?r.added(o.name):r.waits,R),[]},children:e=>E(T,{children:[E(`p`,{children:r.addCompanyLead}),E(x,{...e.field(`businessId`),label:r.businessId,hint:r.businessIdHint,autocomplete:`off`,initial:n.draft?.text(`businessId`)}),E(x,{...e.field(`customerNumber`),label:r.customerNumber,hint:r.customerNumberHint,autocomplete:`off`,inputmode:`numeric`,initial:n.draft?.text(`customerNumber`)})]})})}var V=`looks`;function H({account:e,editing:i}){let a=t(`account`).details,{languages:o}=t(`shell`),c=`${V}:language`,l=e.language.toLowerCase();return E(f,{name:V,title:a.looks.title,editing:i,children:[E(m,{title:a.looks.language,value:E(`span`,{lang:l,children:o[l]}),actions:E(g,{name:c,editing:i,label:a.looks.changeLanguage,children:a.change}),form:i.open===c&&E(U,{name:c,present:l,editing:i})}),E(`div`,{class:`row`,children:E(`div`,{class:`row-text`,children:[E(D,{name:`theme`,label:a.looks.theme,value:s.value,options:n.map(e=>({value:e,text:a.looks.themes[e]})),onChoose:r}),E(`p`,{class:`row-notes`,children:a.looks.themeHint})]})})]})}function U(n){let r=t(`account`).details,{languages:i}=t(`shell`),{editing:a}=n,[o,s]=w(n.present);return E(h,{name:n.name,editing:a,title:r.looks.changeLanguage,submit:r.save,onSubmit:async()=>{let e=await a.save(N,{language:W[o]},``);return e.length?e:(await c(o),a.finish(t(`account`).details.looks.languageSaved,V),[])},children:()=>E(D,{name:`account-language`,label:r.looks.language,value:o,options:e.map(e=>({value:e,text:i[e],lang:e})),onChoose:s})})}var W={fi:`FI`,sv:`SV`,en:`EN`},G=`notifications`,K=[`INVOICES`,`CONTRACTS`,`CONSUMPTION`,`NEWS`];function q({account:e,editing:n}){let r=t(`account`).details.notifications,{change:i,save:a}=t(`account`).details,o=`${G}:kinds`,s=K.filter(t=>e.notifications.includes(t));return E(f,{name:G,title:r.title,lead:r.lead,editing:n,children:E(m,{title:r.wanted,value:s.length?s.map(e=>r.kinds[e].text).join(`, `):E(`span`,{class:`muted`,children:r.none}),actions:E(g,{name:o,editing:n,label:r.choose,children:i}),form:n.open===o&&E(h,{name:o,editing:n,title:r.choose,submit:a,onSubmit:e=>{let t=e.getAll(`kinds`);return n.save(N,{notifications:K.filter(e=>t.includes(e))},r.saved)},children:e=>E(O,{...e.field(`kinds`),type:`checkbox`,legend:r.wanted,options:K.map(e=>({value:e,...r.kinds[e]})),chosen:s})})})})}var J=`person`;function Y({account:e,editing:n}){let r=t(`account`).details;return E(f,{name:J,title:r.person.title,editing:n,children:[E(m,{title:r.person.name,value:e.name,notes:e.identified?E(`span`,{class:`fact`,children:[E(u,{name:`done`}),r.person.identified]}):r.person.notIdentified}),E(X,{account:e,editing:n}),E(Q,{account:e,editing:n}),E($,{account:e,editing:n})]})}function X({account:e,editing:n}){let r=t(`account`).details,i=`${J}:email`;return E(m,{title:r.person.email,value:e.email,actions:E(g,{name:i,editing:n,label:r.person.changeEmail,children:r.change}),form:n.open===i&&E(Z,{name:i,editing:n})})}function Z({name:e,editing:n}){let r=t(`account`).details,[i,a]=w(null),o=n.draft?.text(`email`);return i===null?E(h,{name:e,editing:n,title:r.person.changeEmail,submit:r.person.sendCode,onSubmit:async e=>{let n=b(e,`email`).trim(),r=S(e,{email:t(`credentials`).emailMissing});if(r.length)return r;let i=await p(F,{email:n});return i&&!i.userErrors.length&&a(n),C(i?.userErrors??[])},children:e=>E(x,{...e.field(`email`),label:r.person.newEmail,hint:r.person.newEmailHint,autocomplete:`email`,inputmode:`email`,initial:o})},`address`):E(h,{name:e,editing:n,title:r.person.confirmEmail,submit:t(`credentials`).verifyCode,onSubmit:async e=>{let t=A(e);return t.length?t:n.save(I,{code:k(e)},r.person.emailSaved)},children:e=>E(T,{children:[E(`p`,{children:r.person.codeSent(i)}),E(j,{form:e,hint:t(`credentials`).codeHint}),E(`p`,{class:`hint`,children:[r.person.noCode,` `,E(`button`,{type:`button`,class:`link`,onClick:()=>a(null),children:r.person.otherAddress})]})]})},`code`)}function Q({account:e,editing:n}){let r=t(`account`).details,i=`${J}:username`;return E(m,{title:r.person.userName,value:e.userName??E(`span`,{class:`muted`,children:r.person.noUserName}),actions:E(g,{name:i,editing:n,label:e.userName?r.person.changeUserName:r.person.addUserName,children:e.userName?r.change:r.add}),form:n.open===i&&E(h,{name:i,editing:n,title:e.userName?r.person.changeUserName:r.person.addUserName,submit:r.save,onSubmit:e=>n.save(P,{userName:b(e,`userName`).trim()||null},r.person.userNameSaved),children:t=>E(x,{...t.field(`userName`),label:r.person.newUserName,hint:r.person.userNameHint,autocomplete:`username`,initial:n.draft?.text(`userName`)??e.userName??void 0,optional:!0})})})}function $({account:e,editing:n}){let r=t(`account`).details,i=`${J}:phone`;return E(m,{title:r.person.phone,value:e.phone??E(`span`,{class:`muted`,children:r.person.noPhone}),actions:E(g,{name:i,editing:n,label:e.phone?r.person.changePhone:r.person.addPhone,children:e.phone?r.change:r.add}),form:n.open===i&&E(h,{name:i,editing:n,title:e.phone?r.person.changePhone:r.person.addPhone,submit:r.save,onSubmit:e=>n.save(N,{phone:b(e,`phone`).trim()},r.person.phoneSaved),children:t=>E(x,{...t.field(`phone`),label:r.person.newPhone,hint:r.person.phoneHint,autocomplete:`tel`,inputmode:`tel`,initial:n.draft?.text(`phone`)??e.phone??void 0,optional:!0})})})}function ee(){let e=d(M,{}),n=_(e.reload),r=e.data?.viewer;return e.data&&!r&&queueMicrotask(l),E(y,{title:t(`account`).details.title,query:e,children:r&&E(te,{viewer:r,editing:n})})}function te({viewer:e,editing:t}){return E(T,{children:[E(Y,{account:e.account,editing:t}),E(H,{account:e.account,editing:t}),E(q,{account:e.account,editing:t}),E(z,{viewer:e,editing:t})]})}export{ee as Page};