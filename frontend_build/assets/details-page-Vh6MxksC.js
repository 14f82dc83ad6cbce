import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{B as i,G as a,M as o,d as s,f as c,g as l,p as u,q as d,r as f,s as p}from"./app-D6tMOJo9.js";import{i as m}from"./data-jtvYvQm6.js";import{t as h}from"./refresh-CSwXqdws.js";import{a as g,c as _,i as v,o as y,r as b,s as x,t as S,u as C}from"./moments-BbWwVd3Z.js";import{c as w,i as T,o as E,s as D}from"./form-DXgCkZqC.js";import{t as O}from"./choice-Cd967nnm.js";import{t as k}from"./options-field-DTl3LiTl.js";import{n as A,r as j,t as M}from"./code-field-CCKsWzIl.js";var N=l(`
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
`),P=l(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=l(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),I=l(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),L=l(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),R=l(`
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
`),z=l(`
  mutation MandateRequestWithdraw($input: MandateRequestWithdrawInput!) {
    mandateRequestWithdraw(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),B=`customers`;function V({viewer:e,editing:t}){let s=a(`account`).details.customers,c=`${B}:company`;return r(g,{name:B,title:s.title,lead:s.lead,editing:t,children:[e.customers.map(e=>r(v,{title:r(`span`,{class:`fact`,children:[r(i,{name:e.kind===`COMPANY`?`company`:`person`}),e.name]}),notes:r(n,{children:[s.number(e.number),e.kind===`COMPANY`&&` · ${s.roles[e.role]}`]}),actions:e.kind===`COMPANY`&&r(`a`,{class:`button button-quiet`,href:o(e.id),"aria-label":s.usersOf(e.name),children:s.users})},e.id)),e.mandateRequests.map(e=>r(H,{request:e,editing:t},e.id)),t.open===c?r(ee,{name:c,editing:t}):r(`p`,{children:r(b,{name:c,editing:t,children:s.addCompany})})]})}function H({request:e,editing:t}){let n=a(`account`).details.customers,o=`${B}:withdraw-${e.id}`;return r(v,{title:r(`span`,{class:`fact`,children:[r(i,{name:`company`}),e.companyName]}),notes:n.asked(S(e.createdAt)),actions:r(b,{name:o,editing:t,label:n.withdrawOf(e.companyName),children:n.withdraw}),form:t.open===o&&r(y,{name:o,editing:t,title:n.withdrawOf(e.companyName),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(z,{id:e.id},n.withdrawn(e.companyName)),children:()=>r(`p`,{children:n.withdrawNote})})})}function ee({name:e,editing:t}){let i=a(`account`).details.customers;return r(y,{name:e,editing:t,title:i.addCompany,submit:i.ask,onSubmit:async e=>{let n=E(e,{businessId:i.businessIdMissing,customerNumber:i.customerNumberMissing});if(n.length)return n;let r=await _(R,{businessId:w(e,`businessId`).trim(),customerNumber:w(e,`customerNumber`).trim()});if(!r||r.userErrors.length)return D(r?.userErrors??[]);let{customer:a}=r;return await t.reload(),t.finish(a?i.added(a.name):i.waits,B),[]},children:e=>r(n,{children:[r(`p`,{children:i.addCompanyLead}),r(T,{...e.field(`businessId`),label:i.businessId,hint:i.businessIdHint,autocomplete:`off`,initial:t.draft?.text(`businessId`)}),r(T,{...e.field(`customerNumber`),label:i.customerNumber,hint:i.customerNumberHint,autocomplete:`off`,inputmode:`numeric`,initial:t.draft?.text(`customerNumber`)})]})})}var U=`looks`;function W({account:e,editing:t}){let n=a(`account`).details,{languages:i}=a(`shell`),o=`${U}:language`,l=e.language.toLowerCase();return r(g,{name:U,title:n.looks.title,editing:t,children:[r(v,{title:n.looks.language,value:r(`span`,{lang:l,children:i[l]}),actions:r(b,{name:o,editing:t,label:n.looks.changeLanguage,children:n.change}),form:t.open===o&&r(G,{name:o,present:l,editing:t})}),r(`div`,{class:`row`,children:r(`div`,{class:`row-text`,children:[r(O,{name:`theme`,label:n.looks.theme,value:u.value,options:s.map(e=>({value:e,text:n.looks.themes[e]})),onChoose:c}),r(`p`,{class:`row-notes`,children:n.looks.themeHint})]})})]})}function G(t){let n=a(`account`).details,{languages:i}=a(`shell`),{editing:o}=t,[s,c]=e(t.present);return r(y,{name:t.name,editing:o,title:n.looks.changeLanguage,submit:n.save,onSubmit:async()=>{let e=await o.save(P,{language:K[s]},``);return e.length?e:(await f(s),o.finish(a(`account`).details.looks.languageSaved,U),[])},children:()=>r(O,{name:`account-language`,label:n.looks.language,value:s,options:d.map(e=>({value:e,text:i[e],lang:e})),onChoose:c})})}var K={fi:`FI`,sv:`SV`,en:`EN`},q=`notifications`,J=[`INVOICES`,`CONTRACTS`,`CONSUMPTION`,`NEWS`];function Y({account:e,editing:t}){let n=a(`account`).details.notifications,{save:i}=a(`account`).details,o=`${q}:kinds`,s=J.filter(t=>e.notifications.includes(t));return r(g,{name:q,title:n.title,lead:n.lead,editing:t,children:r(v,{title:n.wanted,value:s.length?s.map(e=>n.kinds[e].text).join(`, `):r(`span`,{class:`muted`,children:n.none}),actions:r(b,{name:o,editing:t,label:n.choose,children:n.change}),form:t.open===o&&r(y,{name:o,editing:t,title:n.choose,submit:i,onSubmit:e=>{let r=e.getAll(`kinds`);return t.save(P,{notifications:J.filter(e=>r.includes(e))},n.saved)},children:e=>r(k,{...e.field(`kinds`),type:`checkbox`,legend:n.wanted,options:J.map(e=>({value:e,...n.kinds[e]})),chosen:s})})})})}var X=`\xA0`,Z=/^(\+358)(4\d|50|1\d|[235689])(\d+)$/;function Q(e){let[,t,n,r=``]=Z.exec(e)??[];if(!r)return e;let i=Math.floor(r.length/2);return[t,n,r.slice(0,i),r.slice(i)].filter(Boolean).join(X)}var $=`person`;function te({account:e,editing:t}){let n=a(`account`).details;return r(g,{name:$,title:n.person.title,editing:t,children:[r(v,{title:n.person.name,value:e.name,notes:e.identified?r(`span`,{class:`fact`,children:[r(i,{name:`done`}),n.person.identified]}):n.person.notIdentified}),r(ne,{account:e,editing:t}),r(ie,{account:e,editing:t}),r(ae,{account:e,editing:t})]})}function ne({account:e,editing:t}){let n=a(`account`).details,i=`${$}:email`;return r(v,{title:n.person.email,value:e.email,actions:r(b,{name:i,editing:t,label:n.person.changeEmail,children:n.change}),form:t.open===i&&r(re,{name:i,editing:t})})}function re({name:t,editing:i}){let o=a(`account`).details,[s,c]=e(null),l=i.draft?.text(`email`);return s===null?r(y,{name:t,editing:i,title:o.person.changeEmail,submit:o.person.sendCode,onSubmit:async e=>{let t=w(e,`email`).trim(),n=E(e,{email:a(`credentials`).emailMissing});if(n.length)return n;let r=await _(I,{email:t});return r&&!r.userErrors.length&&c(t),D(r?.userErrors??[])},children:e=>r(T,{...e.field(`email`),label:o.person.newEmail,hint:o.person.newEmailHint,autocomplete:`email`,inputmode:`email`,initial:l})},`address`):r(y,{name:t,editing:i,title:o.person.confirmEmail,submit:a(`credentials`).verifyCode,onSubmit:async e=>{let t=j(e);return t.length?t:i.save(L,{code:A(e)},o.person.emailSaved)},children:e=>r(n,{children:[r(`p`,{children:o.person.codeSent(s)}),r(M,{form:e,hint:a(`credentials`).codeHint}),r(`p`,{class:`hint`,children:[o.person.noCode,` `,r(`button`,{type:`button`,class:`link`,onClick:()=>c(null),children:o.person.otherAddress})]})]})},`code`)}function ie({account:e,editing:t}){let n=a(`account`).details,i=`${$}:username`;return r(v,{title:n.person.userName,value:e.userName??r(`span`,{class:`muted`,children:n.person.noUserName}),actions:r(b,{name:i,editing:t,label:e.userName?n.person.changeUserName:n.person.addUserName,children:e.userName?n.change:n.add}),form:t.open===i&&r(y,{name:i,editing:t,title:e.userName?n.person.changeUserName:n.person.addUserName,submit:n.save,onSubmit:e=>t.save(F,{userName:w(e,`userName`).trim()||null},n.person.userNameSaved),children:i=>r(T,{...i.field(`userName`),label:n.person.newUserName,hint:n.person.userNameHint,autocomplete:`username`,initial:t.draft?.text(`userName`)??e.userName??void 0,optional:!0})})})}function ae({account:e,editing:t}){let n=a(`account`).details,i=`${$}:phone`;return r(v,{title:n.person.phone,value:e.phone===null?r(`span`,{class:`muted`,children:n.person.noPhone}):Q(e.phone),actions:r(b,{name:i,editing:t,label:e.phone?n.person.changePhone:n.person.addPhone,children:e.phone?n.change:n.add}),form:t.open===i&&r(y,{name:i,editing:t,title:e.phone?n.person.changePhone:n.person.addPhone,submit:n.save,onSubmit:e=>t.save(P,{phone:w(e,`phone`).trim()},n.person.phoneSaved),children:i=>r(T,{...i.field(`phone`),label:n.person.newPhone,hint:n.person.phoneHint,autocomplete:`tel`,inputmode:`tel`,initial:t.draft?.text(`phone`)??e.phone??void 0,optional:!0})})})}function oe(){let e=m(N,{}),n=x(e.reload),i=e.data?.viewer;return e.data&&!i&&queueMicrotask(p),t(()=>{i&&h(i.customers)},[i]),r(C,{title:a(`account`).details.title,query:e,children:i&&r(se,{viewer:i,editing:n})})}function se({viewer:e,editing:t}){return r(n,{children:[r(te,{account:e.account,editing:t}),r(W,{account:e.account,editing:t}),r(Y,{account:e.account,editing:t}),r(V,{viewer:e,editing:t})]})}export{oe as Page};