import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{B as i,d as a,f as o,g as s,p as c,r as l,rt as u,s as d,tt as f}from"./app-WgkoDno2.js";import{l as p,p as m}from"./data-DKIEJbCy.js";import{t as h}from"./refresh-DuQ0ieZ3.js";import{a as g,c as _,i as v,n as y,o as b,r as x,t as S}from"./section-AREMJUhl.js";import{c as C,i as w,o as T,s as E}from"./form-DI8wPJhX.js";import{t as D}from"./moments-BXOXb380.js";import{t as O}from"./choice-Cd967nnm.js";import{t as k}from"./options-field-QK-Qs_cP.js";import{n as A,r as j,t as M}from"./code-field-C4I08nIk.js";var N=s(`
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
`),P=s(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=s(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),I=s(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),L=s(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),R=s(`
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
`),z=s(`
  mutation MandateRequestWithdraw($input: MandateRequestWithdrawInput!) {
    mandateRequestWithdraw(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),B=`customers`;function V({viewer:e,editing:t}){let a=f(`account`).details.customers,o=`${B}:company`;return r(x,{name:B,title:a.title,lead:a.lead,editing:t,children:[e.customers.map(e=>r(y,{title:r(`span`,{class:`fact`,children:[r(m,{name:e.kind===`COMPANY`?`company`:`person`}),e.name]}),notes:r(n,{children:[a.number(e.number),e.kind===`COMPANY`&&` · ${a.roles[e.role]}`]}),actions:e.kind===`COMPANY`&&r(`a`,{class:`button button-quiet`,href:i(e.id),"aria-label":a.usersOf(e.name),children:a.users})},e.id)),e.mandateRequests.map(e=>r(H,{request:e,editing:t},e.id)),t.open===o?r(U,{name:o,editing:t}):r(`p`,{children:r(S,{name:o,editing:t,children:a.addCompany})})]})}function H({request:e,editing:t}){let n=f(`account`).details.customers,i=`${B}:withdraw-${e.id}`;return r(y,{title:r(`span`,{class:`fact`,children:[r(m,{name:`company`}),e.companyName]}),notes:n.asked(D(e.createdAt)),actions:r(S,{name:i,editing:t,label:n.withdrawOf(e.companyName),children:n.withdraw}),form:t.open===i&&r(v,{name:i,editing:t,title:n.withdrawOf(e.companyName),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(z,{id:e.id},n.withdrawn(e.companyName)),children:()=>r(`p`,{children:n.withdrawNote})})})}function U({name:e,editing:t}){let i=f(`account`).details.customers;return r(v,{name:e,editing:t,title:i.addCompany,submit:i.ask,onSubmit:async e=>{let n=T(e,{businessId:i.businessIdMissing,customerNumber:i.customerNumberMissing});if(n.length)return n;let r=await b(R,{businessId:C(e,`businessId`).trim(),customerNumber:C(e,`customerNumber`).trim()});if(!r||r.userErrors.length)return E(r?.userErrors??[]);let{customer:a}=r;return await t.reload(),t.finish(a?i.added(a.name):i.waits,B),[]},children:e=>r(n,{children:[r(`p`,{children:i.addCompanyLead}),r(w,{...e.field(`businessId`),label:i.businessId,hint:i.businessIdHint,autocomplete:`off`,initial:t.draft?.text(`businessId`)}),r(w,{...e.field(`customerNumber`),label:i.customerNumber,hint:i.customerNumberHint,autocomplete:`off`,inputmode:`numeric`,initial:t.draft?.text(`customerNumber`)})]})})}var W=`looks`;function ee({account:e,editing:t}){let n=f(`account`).details,{languages:i}=f(`shell`),s=`${W}:language`,l=e.language.toLowerCase();return r(x,{name:W,title:n.looks.title,editing:t,children:[r(y,{title:n.looks.language,value:r(`span`,{lang:l,children:i[l]}),actions:r(S,{name:s,editing:t,label:n.looks.changeLanguage,children:n.change}),form:t.open===s&&r(G,{name:s,present:l,editing:t})}),r(`div`,{class:`row`,children:r(`div`,{class:`row-text`,children:[r(O,{name:`theme`,label:n.looks.theme,value:c.value,options:a.map(e=>({value:e,text:n.looks.themes[e]})),onChoose:o}),r(`p`,{class:`row-notes`,children:n.looks.themeHint})]})})]})}function G(t){let n=f(`account`).details,{languages:i}=f(`shell`),{editing:a}=t,[o,s]=e(t.present);return r(v,{name:t.name,editing:a,title:n.looks.changeLanguage,submit:n.save,onSubmit:async()=>{let e=await a.save(P,{language:K[o]},``);return e.length?e:(await l(o),a.finish(f(`account`).details.looks.languageSaved,W),[])},children:()=>r(O,{name:`account-language`,label:n.looks.language,value:o,options:u.map(e=>({value:e,text:i[e],lang:e})),onChoose:s})})}var K={fi:`FI`,sv:`SV`,en:`EN`},q=`notifications`,J=[`INVOICES`,`CONTRACTS`,`CONSUMPTION`,`NEWS`];function Y({account:e,editing:t}){let n=f(`account`).details.notifications,{save:i}=f(`account`).details,a=`${q}:kinds`,o=J.filter(t=>e.notifications.includes(t));return r(x,{name:q,title:n.title,lead:n.lead,editing:t,children:r(y,{title:n.wanted,value:o.length?o.map(e=>n.kinds[e].text).join(`, `):r(`span`,{class:`muted`,children:n.none}),actions:r(S,{name:a,editing:t,label:n.choose,children:n.change}),form:t.open===a&&r(v,{name:a,editing:t,title:n.choose,submit:i,onSubmit:e=>{let r=e.getAll(`kinds`);return t.save(P,{notifications:J.filter(e=>r.includes(e))},n.saved)},children:e=>r(k,{...e.field(`kinds`),type:`checkbox`,legend:n.wanted,options:J.map(e=>({value:e,...n.kinds[e]})),chosen:o})})})})}var X=`\xA0`,Z=/^(\+358)(4\d|50|1\d|[235689])(\d+)$/;function Q(e){let[,t,n,r=``]=Z.exec(e)??[];if(!r)return e;let i=Math.floor(r.length/2);return[t,n,r.slice(0,i),r.slice(i)].filter(Boolean).join(X)}var $=`person`;function te({account:e,editing:t}){let n=f(`account`).details;return r(x,{name:$,title:n.person.title,editing:t,children:[r(y,{title:n.person.name,value:e.name,notes:e.identified?r(`span`,{class:`fact`,children:[r(m,{name:`done`}),n.person.identified]}):n.person.notIdentified}),r(ne,{account:e,editing:t}),r(ie,{account:e,editing:t}),r(ae,{account:e,editing:t})]})}function ne({account:e,editing:t}){let n=f(`account`).details,i=`${$}:email`;return r(y,{title:n.person.email,value:e.email,actions:r(S,{name:i,editing:t,label:n.person.changeEmail,children:n.change}),form:t.open===i&&r(re,{name:i,editing:t})})}function re({name:t,editing:i}){let a=f(`account`).details,[o,s]=e(null),c=i.draft?.text(`email`);return o===null?r(v,{name:t,editing:i,title:a.person.changeEmail,submit:a.person.sendCode,onSubmit:async e=>{let t=C(e,`email`).trim(),n=T(e,{email:f(`credentials`).emailMissing});if(n.length)return n;let r=await b(I,{email:t});return r&&!r.userErrors.length&&s(t),E(r?.userErrors??[])},children:e=>r(w,{...e.field(`email`),label:a.person.newEmail,hint:a.person.newEmailHint,autocomplete:`email`,inputmode:`email`,initial:c})},`address`):r(v,{name:t,editing:i,title:a.person.confirmEmail,submit:f(`credentials`).verifyCode,onSubmit:async e=>{let t=j(e);return t.length?t:i.save(L,{code:A(e)},a.person.emailSaved)},children:e=>r(n,{children:[r(`p`,{children:a.person.codeSent(o)}),r(M,{form:e,hint:f(`credentials`).codeHint}),r(`p`,{class:`hint`,children:[a.person.noCode,` `,r(`button`,{type:`button`,class:`link`,onClick:()=>s(null),children:a.person.otherAddress})]})]})},`code`)}function ie({account:e,editing:t}){let n=f(`account`).details,i=`${$}:username`;return r(y,{title:n.person.userName,value:e.userName??r(`span`,{class:`muted`,children:n.person.noUserName}),actions:r(S,{name:i,editing:t,label:e.userName?n.person.changeUserName:n.person.addUserName,children:e.userName?n.change:n.add}),form:t.open===i&&r(v,{name:i,editing:t,title:e.userName?n.person.changeUserName:n.person.addUserName,submit:n.save,onSubmit:e=>t.save(F,{userName:C(e,`userName`).trim()||null},n.person.userNameSaved),children:i=>r(w,{...i.field(`userName`),label:n.person.newUserName,hint:n.person.userNameHint,autocomplete:`username`,initial:t.draft?.text(`userName`)??e.userName??void 0,optional:!0})})})}function ae({account:e,editing:t}){let n=f(`account`).details,i=`${$}:phone`;return r(y,{title:n.person.phone,value:e.phone===null?r(`span`,{class:`muted`,children:n.person.noPhone}):Q(e.phone),actions:r(S,{name:i,editing:t,label:e.phone?n.person.changePhone:n.person.addPhone,children:e.phone?n.change:n.add}),form:t.open===i&&r(v,{name:i,editing:t,title:e.phone?n.person.changePhone:n.person.addPhone,submit:n.save,onSubmit:e=>t.save(P,{phone:C(e,`phone`).trim()},n.person.phoneSaved),children:i=>r(w,{...i.field(`phone`),label:n.person.newPhone,hint:n.person.phoneHint,autocomplete:`tel`,inputmode:`tel`,initial:t.draft?.text(`phone`)??e.phone??void 0,optional:!0})})})}function oe(){let e=p(N,{}),n=g(e.reload),i=e.data?.viewer;return e.data&&!i&&queueMicrotask(d),t(()=>{i&&h(i.customers)},[i]),r(_,{title:f(`account`).details.title,query:e,children:i&&r(se,{viewer:i,editing:n})})}function se({viewer:e,editing:t}){return r(n,{children:[r(te,{account:e.account,editing:t}),r(ee,{account:e.account,editing:t}),r(Y,{account:e.account,editing:t}),r(V,{viewer:e,editing:t})]})}export{oe as Page};