import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{H as i,P as a,Y as o,d as s,f as c,g as l,p as u,q as d,r as f,s as p}from"./app-OTJwUrPv.js";import{i as m}from"./data-DSYBbdRb.js";import{t as ee}from"./refresh-DAdM_uQC.js";import{a as h,c as g,i as _,o as v,r as y,s as b,t as x,u as S}from"./moments-CulkMvmY.js";import{c as C,i as w,o as T,s as E}from"./form-BM1f1NbA.js";import{t as D}from"./choice-Cd967nnm.js";import{t as O}from"./options-field-BqQsSmWx.js";import{n as k,r as A,t as j}from"./code-field-Bqd3BFNO.js";var M=l(`
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
`),N=l(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=l(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=l(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),I=l(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),L=l(`
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
`),R=l(`
  mutation MandateRequestWithdraw($input: MandateRequestWithdrawInput!) {
    mandateRequestWithdraw(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),z=`customers`;function B({viewer:e,editing:t}){let o=d(`account`).details.customers,s=`${z}:company`;return r(h,{name:z,title:o.title,lead:o.lead,editing:t,children:[e.customers.map(e=>r(_,{title:r(`span`,{class:`fact`,children:[r(i,{name:e.kind===`COMPANY`?`company`:`person`}),e.name]}),notes:r(n,{children:[o.number(e.number),e.kind===`COMPANY`&&` · ${o.roles[e.role]}`]}),actions:e.kind===`COMPANY`&&r(`a`,{class:`button button-quiet`,href:a(e.id),"aria-label":o.usersOf(e.name),children:o.users})},e.id)),e.mandateRequests.map(e=>r(V,{request:e,editing:t},e.id)),t.open===s?r(H,{name:s,editing:t}):r(`p`,{children:r(y,{name:s,editing:t,children:o.addCompany})})]})}function V({request:e,editing:t}){let n=d(`account`).details.customers,a=`${z}:withdraw-${e.id}`;return r(_,{title:r(`span`,{class:`fact`,children:[r(i,{name:`company`}),e.companyName]}),notes:n.asked(x(e.createdAt)),actions:r(y,{name:a,editing:t,label:n.withdrawOf(e.companyName),children:n.withdraw}),form:t.open===a&&r(v,{name:a,editing:t,title:n.withdrawOf(e.companyName),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(R,{id:e.id},n.withdrawn(e.companyName)),children:()=>r(`p`,{children:n.withdrawNote})})})}function H({name:e,editing:t}){let i=d(`account`).details.customers;return r(v,{name:e,editing:t,title:i.addCompany,submit:i.ask,onSubmit:async e=>{let n=T(e,{businessId:i.businessIdMissing,customerNumber:i.customerNumberMissing});if(n.length)return n;let r=await g(L,{businessId:C(e,`businessId`).trim(),customerNumber:C(e,`customerNumber`).trim()});if(!r||r.userErrors.length)return E(r?.userErrors??[]);let{customer:a}=r;return await t.reload(),t.finish(a?i.added(a.name):i.waits,z),[]},children:e=>r(n,{children:[r(`p`,{children:i.addCompanyLead}),r(w,{...e.field(`businessId`),label:i.businessId,hint:i.businessIdHint,autocomplete:`off`,initial:t.draft?.text(`businessId`)}),r(w,{...e.field(`customerNumber`),label:i.customerNumber,hint:i.customerNumberHint,autocomplete:`off`,inputmode:`numeric`,initial:t.draft?.text(`customerNumber`)})]})})}var U=`looks`;function W({account:e,editing:t}){let n=d(`account`).details,{languages:i}=d(`shell`),a=`${U}:language`,o=e.language.toLowerCase();return r(h,{name:U,title:n.looks.title,editing:t,children:[r(_,{title:n.looks.language,value:r(`span`,{lang:o,children:i[o]}),actions:r(y,{name:a,editing:t,label:n.looks.changeLanguage,children:n.change}),form:t.open===a&&r(G,{name:a,present:o,editing:t})}),r(`div`,{class:`row`,children:r(`div`,{class:`row-text`,children:[r(D,{name:`theme`,label:n.looks.theme,value:u.value,options:s.map(e=>({value:e,text:n.looks.themes[e]})),onChoose:c}),r(`p`,{class:`row-notes`,children:n.looks.themeHint})]})})]})}function G(t){let n=d(`account`).details,{languages:i}=d(`shell`),{editing:a}=t,[s,c]=e(t.present);return r(v,{name:t.name,editing:a,title:n.looks.changeLanguage,submit:n.save,onSubmit:async()=>{let e=await a.save(N,{language:K[s]},``);return e.length?e:(await f(s),a.finish(d(`account`).details.looks.languageSaved,U),[])},children:()=>r(D,{name:`account-language`,label:n.looks.language,value:s,options:o.map(e=>({value:e,text:i[e],lang:e})),onChoose:c})})}var K={fi:`FI`,sv:`SV`,en:`EN`},q=`notifications`,J=[`INVOICES`,`CONTRACTS`,`CONSUMPTION`,`NEWS`];function Y({account:e,editing:t}){let n=d(`account`).details.notifications,{save:i}=d(`account`).details,a=`${q}:kinds`,o=J.filter(t=>e.notifications.includes(t));return r(h,{name:q,title:n.title,lead:n.lead,editing:t,children:r(_,{title:n.wanted,value:o.length?o.map(e=>n.kinds[e].text).join(`, `):r(`span`,{class:`muted`,children:n.none}),actions:r(y,{name:a,editing:t,label:n.choose,children:n.change}),form:t.open===a&&r(v,{name:a,editing:t,title:n.choose,submit:i,onSubmit:e=>{let r=e.getAll(`kinds`);return t.save(N,{notifications:J.filter(e=>r.includes(e))},n.saved)},children:e=>r(O,{...e.field(`kinds`),type:`checkbox`,legend:n.wanted,options:J.map(e=>({value:e,...n.kinds[e]})),chosen:o})})})})}var X=`\xA0`,Z=/^(\+358)(4\d|50|1\d|[235689])(\d+)$/;function Q(e){let[,t,n,r=``]=Z.exec(e)??[];if(!r)return e;let i=Math.floor(r.length/2);return[t,n,r.slice(0,i),r.slice(i)].filter(Boolean).join(X)}var $=`person`;function te({account:e,editing:t}){let n=d(`account`).details;return r(h,{name:$,title:n.person.title,editing:t,children:[r(_,{title:n.person.name,value:e.name,notes:e.identified?r(`span`,{class:`fact`,children:[r(i,{name:`done`}),n.person.identified]}):n.person.notIdentified}),r(ne,{account:e,editing:t}),r(ie,{account:e,editing:t}),r(ae,{account:e,editing:t})]})}function ne({account:e,editing:t}){let n=d(`account`).details,i=`${$}:email`;return r(_,{title:n.person.email,value:e.email,actions:r(y,{name:i,editing:t,label:n.person.changeEmail,children:n.change}),form:t.open===i&&r(re,{name:i,editing:t})})}function re({name:t,editing:i}){let a=d(`account`).details,[o,s]=e(null),c=i.draft?.text(`email`);return o===null?r(v,{name:t,editing:i,title:a.person.changeEmail,submit:a.person.sendCode,onSubmit:async e=>{let t=C(e,`email`).trim(),n=T(e,{email:d(`credentials`).emailMissing});if(n.length)return n;let r=await g(F,{email:t});return r&&!r.userErrors.length&&s(t),E(r?.userErrors??[])},children:e=>r(w,{...e.field(`email`),label:a.person.newEmail,hint:a.person.newEmailHint,autocomplete:`email`,inputmode:`email`,initial:c})},`address`):r(v,{name:t,editing:i,title:a.person.confirmEmail,submit:d(`credentials`).verifyCode,onSubmit:async e=>{let t=A(e);return t.length?t:i.save(I,{code:k(e)},a.person.emailSaved)},children:e=>r(n,{children:[r(`p`,{children:a.person.codeSent(o)}),r(j,{form:e,hint:d(`credentials`).codeHint}),r(`p`,{class:`hint`,children:[a.person.noCode,` `,r(`button`,{type:`button`,class:`link`,onClick:()=>s(null),children:a.person.otherAddress})]})]})},`code`)}function ie({account:e,editing:t}){let n=d(`account`).details,i=`${$}:username`;return r(_,{title:n.person.userName,value:e.userName??r(`span`,{class:`muted`,children:n.person.noUserName}),actions:r(y,{name:i,editing:t,label:e.userName?n.person.changeUserName:n.person.addUserName,children:e.userName?n.change:n.add}),form:t.open===i&&r(v,{name:i,editing:t,title:e.userName?n.person.changeUserName:n.person.addUserName,submit:n.save,onSubmit:e=>t.save(P,{userName:C(e,`userName`).trim()||null},n.person.userNameSaved),children:i=>r(w,{...i.field(`userName`),label:n.person.newUserName,hint:n.person.userNameHint,autocomplete:`username`,initial:t.draft?.text(`userName`)??e.userName??void 0,optional:!0})})})}function ae({account:e,editing:t}){let n=d(`account`).details,i=`${$}:phone`;return r(_,{title:n.person.phone,value:e.phone===null?r(`span`,{class:`muted`,children:n.person.noPhone}):Q(e.phone),actions:r(y,{name:i,editing:t,label:e.phone?n.person.changePhone:n.person.addPhone,children:e.phone?n.change:n.add}),form:t.open===i&&r(v,{name:i,editing:t,title:e.phone?n.person.changePhone:n.person.addPhone,submit:n.save,onSubmit:e=>t.save(N,{phone:C(e,`phone`).trim()},n.person.phoneSaved),children:i=>r(w,{...i.field(`phone`),label:n.person.newPhone,hint:n.person.phoneHint,autocomplete:`tel`,inputmode:`tel`,initial:t.draft?.text(`phone`)??e.phone??void 0,optional:!0})})})}function oe(){let e=m(M,{}),n=b(e.reload),i=e.data?.viewer;return e.data&&!i&&queueMicrotask(p),t(()=>{i&&ee(i.customers)},[i]),r(S,{title:d(`account`).details.title,query:e,children:i&&r(se,{viewer:i,editing:n})})}function se({viewer:e,editing:t}){return r(n,{children:[r(te,{account:e.account,editing:t}),r(W,{account:e.account,editing:t}),r(Y,{account:e.account,editing:t}),r(B,{viewer:e,editing:t})]})}export{oe as Page};