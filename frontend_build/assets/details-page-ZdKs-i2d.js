import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{V as i,d as a,f as o,g as s,it as c,nt as l,p as u,r as d,s as ee}from"./app-BhYbjUjw.js";import{l as f,m as p}from"./data-DX79vbST.js";import{t as m}from"./refresh-DdJhRq9P.js";import{a as h,c as g,i as _,n as v,o as y,r as b,t as x}from"./section-Pyju4tSU.js";import{c as S,i as C,o as w,s as T}from"./form-9nbxsXnI.js";import{t as E}from"./moments-Ddk6uA1C.js";import{t as D}from"./choice-Cd967nnm.js";import{t as O}from"./options-field-DvVNSh10.js";import{n as k,r as A,t as j}from"./code-field-CGj5Qr2B.js";var M=s(`
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
`),N=s(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=s(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=s(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),I=s(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),L=s(`
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
`),R=s(`
  mutation MandateRequestWithdraw($input: MandateRequestWithdrawInput!) {
    mandateRequestWithdraw(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),z=`customers`;function B({viewer:e,editing:t}){let a=l(`account`).details.customers,o=`${z}:company`;return r(b,{name:z,title:a.title,lead:a.lead,editing:t,children:[e.customers.map(e=>r(v,{title:r(`span`,{class:`fact`,children:[r(p,{name:e.kind===`COMPANY`?`company`:`person`}),e.name]}),notes:r(n,{children:[a.number(e.number),e.kind===`COMPANY`&&` · ${a.roles[e.role]}`]}),actions:e.kind===`COMPANY`&&r(`a`,{class:`button button-quiet`,href:i(e.id),"aria-label":a.usersOf(e.name),children:a.users})},e.id)),e.mandateRequests.map(e=>r(V,{request:e,editing:t},e.id)),t.open===o?r(H,{name:o,editing:t}):r(`p`,{children:r(x,{name:o,editing:t,children:a.addCompany})})]})}function V({request:e,editing:t}){let n=l(`account`).details.customers,i=`${z}:withdraw-${e.id}`;return r(v,{title:r(`span`,{class:`fact`,children:[r(p,{name:`company`}),e.companyName]}),notes:n.asked(E(e.createdAt)),actions:r(x,{name:i,editing:t,label:n.withdrawOf(e.companyName),children:n.withdraw}),form:t.open===i&&r(_,{name:i,editing:t,title:n.withdrawOf(e.companyName),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(R,{id:e.id},n.withdrawn(e.companyName)),children:()=>r(`p`,{children:n.withdrawNote})})})}function H({name:e,editing:t}){let i=l(`account`).details.customers;return r(_,{name:e,editing:t,title:i.addCompany,submit:i.ask,onSubmit:async e=>{let n=w(e,{businessId:i.businessIdMissing,customerNumber:i.customerNumberMissing});if(n.length)return n;let r=await y(L,{businessId:S(e,`businessId`).trim(),customerNumber:S(e,`customerNumber`).trim()});if(!r||r.userErrors.length)return T(r?.userErrors??[]);let{customer:a}=r;return await t.reload(),t.finish(a?i.added(a.name):i.waits,z),[]},children:e=>r(n,{children:[r(`p`,{children:i.addCompanyLead}),r(C,{...e.field(`businessId`),label:i.businessId,hint:i.businessIdHint,autocomplete:`off`,initial:t.draft?.text(`businessId`)}),r(C,{...e.field(`customerNumber`),label:i.customerNumber,hint:i.customerNumberHint,autocomplete:`off`,inputmode:`numeric`,initial:t.draft?.text(`customerNumber`)})]})})}var U=`looks`;function W({account:e,editing:t}){let n=l(`account`).details,{languages:i}=l(`shell`),s=`${U}:language`,c=e.language.toLowerCase();return r(b,{name:U,title:n.looks.title,editing:t,children:[r(v,{title:n.looks.language,value:r(`span`,{lang:c,children:i[c]}),actions:r(x,{name:s,editing:t,label:n.looks.changeLanguage,children:n.change}),form:t.open===s&&r(G,{name:s,present:c,editing:t})}),r(`div`,{class:`row`,children:r(`div`,{class:`row-text`,children:[r(D,{name:`theme`,label:n.looks.theme,value:u.value,options:a.map(e=>({value:e,text:n.looks.themes[e]})),onChoose:o}),r(`p`,{class:`row-notes`,children:n.looks.themeHint})]})})]})}function G(t){let n=l(`account`).details,{languages:i}=l(`shell`),{editing:a}=t,[o,s]=e(t.present);return r(_,{name:t.name,editing:a,title:n.looks.changeLanguage,submit:n.save,onSubmit:async()=>{let e=await a.save(N,{language:K[o]},``);return e.length?e:(await d(o),a.finish(l(`account`).details.looks.languageSaved,U),[])},children:()=>r(D,{name:`account-language`,label:n.looks.language,value:o,options:c.map(e=>({value:e,text:i[e],lang:e})),onChoose:s})})}var K={fi:`FI`,sv:`SV`,en:`EN`},q=`notifications`,J=[`INVOICES`,`CONTRACTS`,`CONSUMPTION`,`NEWS`];function Y({account:e,editing:t}){let n=l(`account`).details.notifications,{save:i}=l(`account`).details,a=`${q}:kinds`,o=J.filter(t=>e.notifications.includes(t));return r(b,{name:q,title:n.title,lead:n.lead,editing:t,children:r(v,{title:n.wanted,value:o.length?o.map(e=>n.kinds[e].text).join(`, `):r(`span`,{class:`muted`,children:n.none}),actions:r(x,{name:a,editing:t,label:n.choose,children:n.change}),form:t.open===a&&r(_,{name:a,editing:t,title:n.choose,submit:i,onSubmit:e=>{let r=e.getAll(`kinds`);return t.save(N,{notifications:J.filter(e=>r.includes(e))},n.saved)},children:e=>r(O,{...e.field(`kinds`),type:`checkbox`,legend:n.wanted,options:J.map(e=>({value:e,...n.kinds[e]})),chosen:o})})})})}var X=`\xA0`,Z=/^(\+358)(4\d|50|1\d|[235689])(\d+)$/;function Q(e){let[,t,n,r=``]=Z.exec(e)??[];if(!r)return e;let i=Math.floor(r.length/2);return[t,n,r.slice(0,i),r.slice(i)].filter(Boolean).join(X)}var $=`person`;function te({account:e,editing:t}){let n=l(`account`).details;return r(b,{name:$,title:n.person.title,editing:t,children:[r(v,{title:n.person.name,value:e.name,notes:e.identified?r(`span`,{class:`fact`,children:[r(p,{name:`done`}),n.person.identified]}):n.person.notIdentified}),r(ne,{account:e,editing:t}),r(ie,{account:e,editing:t}),r(ae,{account:e,editing:t})]})}function ne({account:e,editing:t}){let n=l(`account`).details,i=`${$}:email`;return r(v,{title:n.person.email,value:e.email,actions:r(x,{name:i,editing:t,label:n.person.changeEmail,children:n.change}),form:t.open===i&&r(re,{name:i,editing:t})})}function re({name:t,editing:i}){let a=l(`account`).details,[o,s]=e(null),c=i.draft?.text(`email`);return o===null?r(_,{name:t,editing:i,title:a.person.changeEmail,submit:a.person.sendCode,onSubmit:async e=>{let t=S(e,`email`).trim(),n=w(e,{email:l(`credentials`).emailMissing});if(n.length)return n;let r=await y(F,{email:t});return r&&!r.userErrors.length&&s(t),T(r?.userErrors??[])},children:e=>r(C,{...e.field(`email`),label:a.person.newEmail,hint:a.person.newEmailHint,autocomplete:`email`,inputmode:`email`,initial:c})},`address`):r(_,{name:t,editing:i,title:a.person.confirmEmail,submit:l(`credentials`).verifyCode,onSubmit:async e=>{let t=A(e);return t.length?t:i.save(I,{code:k(e)},a.person.emailSaved)},children:e=>r(n,{children:[r(`p`,{children:a.person.codeSent(o)}),r(j,{form:e,hint:l(`credentials`).codeHint}),r(`p`,{class:`hint`,children:[a.person.noCode,` `,r(`button`,{type:`button`,class:`link`,onClick:()=>s(null),children:a.person.otherAddress})]})]})},`code`)}function ie({account:e,editing:t}){let n=l(`account`).details,i=`${$}:username`;return r(v,{title:n.person.userName,value:e.userName??r(`span`,{class:`muted`,children:n.person.noUserName}),actions:r(x,{name:i,editing:t,label:e.userName?n.person.changeUserName:n.person.addUserName,children:e.userName?n.change:n.add}),form:t.open===i&&r(_,{name:i,editing:t,title:e.userName?n.person.changeUserName:n.person.addUserName,submit:n.save,onSubmit:e=>t.save(P,{userName:S(e,`userName`).trim()||null},n.person.userNameSaved),children:i=>r(C,{...i.field(`userName`),label:n.person.newUserName,hint:n.person.userNameHint,autocomplete:`username`,initial:t.draft?.text(`userName`)??e.userName??void 0,optional:!0})})})}function ae({account:e,editing:t}){let n=l(`account`).details,i=`${$}:phone`;return r(v,{title:n.person.phone,value:e.phone===null?r(`span`,{class:`muted`,children:n.person.noPhone}):Q(e.phone),actions:r(x,{name:i,editing:t,label:e.phone?n.person.changePhone:n.person.addPhone,children:e.phone?n.change:n.add}),form:t.open===i&&r(_,{name:i,editing:t,title:e.phone?n.person.changePhone:n.person.addPhone,submit:n.save,onSubmit:e=>t.save(N,{phone:S(e,`phone`).trim()},n.person.phoneSaved),children:i=>r(C,{...i.field(`phone`),label:n.person.newPhone,hint:n.person.phoneHint,autocomplete:`tel`,inputmode:`tel`,initial:t.draft?.text(`phone`)??e.phone??void 0,optional:!0})})})}function oe(){let e=f(M,{}),n=h(e.reload),i=e.data?.viewer;return e.data&&!i&&queueMicrotask(ee),t(()=>{i&&m(i.customers)},[i]),r(g,{title:l(`account`).details.title,query:e,children:i&&r(se,{viewer:i,editing:n})})}function se({viewer:e,editing:t}){return r(n,{children:[r(te,{account:e.account,editing:t}),r(W,{account:e.account,editing:t}),r(Y,{account:e.account,editing:t}),r(B,{viewer:e,editing:t})]})}export{oe as Page};