import{d as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{I as i,W as a,Y as o,Z as s,d as c,f as l,g as u,p as d,r as f,s as p}from"./app-DOmY8vkv.js";import{t as m}from"./data-CCG1vUQ6.js";import{t as h}from"./refresh-Ct28YINc.js";import{a as g,c as _,i as v,o as y,r as b,s as ee,t as x,u as S}from"./moments-bOS6X4Dx.js";import{c as C,i as w,o as T,s as E}from"./form-Dk_mbDxR.js";import{t as D}from"./choice-Cd967nnm.js";import{t as O}from"./options-field-DHBwuF6N.js";import{n as k,r as A,t as j}from"./code-field-DxLlcswK.js";var M=u(`
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
`),N=u(`
  mutation AccountUpdate($input: AccountUpdateInput!) {
    accountUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=u(`
  mutation UserNameUpdate($input: UserNameUpdateInput!) {
    userNameUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=u(`
  mutation EmailChangeRequest($input: EmailChangeRequestInput!) {
    emailChangeRequest(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),I=u(`
  mutation EmailChangeComplete($input: EmailChangeCompleteInput!) {
    emailChangeComplete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),L=u(`
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
`),R=u(`
  mutation MandateRequestWithdraw($input: MandateRequestWithdrawInput!) {
    mandateRequestWithdraw(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),z=`customers`;function B({viewer:e,editing:t}){let s=o(`account`).details.customers,c=`${z}:company`;return r(g,{name:z,title:s.title,lead:s.lead,editing:t,children:[e.customers.map(e=>r(v,{title:r(`span`,{class:`fact`,children:[r(a,{name:e.kind===`COMPANY`?`company`:`person`}),e.name]}),notes:r(n,{children:[s.number(e.number),e.kind===`COMPANY`&&` · ${s.roles[e.role]}`]}),actions:e.kind===`COMPANY`&&r(`a`,{class:`button button-quiet`,href:i(e.id),"aria-label":s.usersOf(e.name),children:s.users})},e.id)),e.mandateRequests.map(e=>r(V,{request:e,editing:t},e.id)),t.open===c?r(H,{name:c,editing:t}):r(`p`,{children:r(b,{name:c,editing:t,children:s.addCompany})})]})}function V({request:e,editing:t}){let n=o(`account`).details.customers,i=`${z}:withdraw-${e.id}`;return r(v,{title:r(`span`,{class:`fact`,children:[r(a,{name:`company`}),e.companyName]}),notes:n.asked(x(e.createdAt)),actions:r(b,{name:i,editing:t,label:n.withdrawOf(e.companyName),children:n.withdraw}),form:t.open===i&&r(y,{name:i,editing:t,title:n.withdrawOf(e.companyName),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(R,{id:e.id},n.withdrawn(e.companyName)),children:()=>r(`p`,{children:n.withdrawNote})})})}function H({name:e,editing:t}){let i=o(`account`).details.customers;return r(y,{name:e,editing:t,title:i.addCompany,submit:i.ask,onSubmit:async e=>{let n=T(e,{businessId:i.businessIdMissing,customerNumber:i.customerNumberMissing});if(n.length)return n;let r=await _(L,{businessId:C(e,`businessId`).trim(),customerNumber:C(e,`customerNumber`).trim()});if(!r||r.userErrors.length)return E(r?.userErrors??[]);let{customer:a}=r;return await t.reload(),t.finish(a?i.added(a.name):i.waits,z),[]},children:e=>r(n,{children:[r(`p`,{children:i.addCompanyLead}),r(w,{...e.field(`businessId`),label:i.businessId,hint:i.businessIdHint,autocomplete:`off`,initial:t.draft?.text(`businessId`)}),r(w,{...e.field(`customerNumber`),label:i.customerNumber,hint:i.customerNumberHint,autocomplete:`off`,inputmode:`numeric`,initial:t.draft?.text(`customerNumber`)})]})})}var U=`looks`;function W({account:e,editing:t}){let n=o(`account`).details,{languages:i}=o(`shell`),a=`${U}:language`,s=e.language.toLowerCase();return r(g,{name:U,title:n.looks.title,editing:t,children:[r(v,{title:n.looks.language,value:r(`span`,{lang:s,children:i[s]}),actions:r(b,{name:a,editing:t,label:n.looks.changeLanguage,children:n.change}),form:t.open===a&&r(G,{name:a,present:s,editing:t})}),r(`div`,{class:`row`,children:r(`div`,{class:`row-text`,children:[r(D,{name:`theme`,label:n.looks.theme,value:d.value,options:c.map(e=>({value:e,text:n.looks.themes[e]})),onChoose:l}),r(`p`,{class:`row-notes`,children:n.looks.themeHint})]})})]})}function G(t){let n=o(`account`).details,{languages:i}=o(`shell`),{editing:a}=t,[c,l]=e(t.present);return r(y,{name:t.name,editing:a,title:n.looks.changeLanguage,submit:n.save,onSubmit:async()=>{let e=await a.save(N,{language:K[c]},``);return e.length?e:(await f(c),a.finish(o(`account`).details.looks.languageSaved,U),[])},children:()=>r(D,{name:`account-language`,label:n.looks.language,value:c,options:s.map(e=>({value:e,text:i[e],lang:e})),onChoose:l})})}var K={fi:`FI`,sv:`SV`,en:`EN`},q=`notifications`,J=[`INVOICES`,`CONTRACTS`,`CONSUMPTION`,`NEWS`];function Y({account:e,editing:t}){let n=o(`account`).details.notifications,{save:i}=o(`account`).details,a=`${q}:kinds`,s=J.filter(t=>e.notifications.includes(t));return r(g,{name:q,title:n.title,lead:n.lead,editing:t,children:r(v,{title:n.wanted,value:s.length?s.map(e=>n.kinds[e].text).join(`, `):r(`span`,{class:`muted`,children:n.none}),actions:r(b,{name:a,editing:t,label:n.choose,children:n.change}),form:t.open===a&&r(y,{name:a,editing:t,title:n.choose,submit:i,onSubmit:e=>{let r=e.getAll(`kinds`);return t.save(N,{notifications:J.filter(e=>r.includes(e))},n.saved)},children:e=>r(O,{...e.field(`kinds`),type:`checkbox`,legend:n.wanted,options:J.map(e=>({value:e,...n.kinds[e]})),chosen:s})})})})}var X=`\xA0`,Z=/^(\+358)(4\d|50|1\d|[235689])(\d+)$/;function Q(e){let[,t,n,r=``]=Z.exec(e)??[];if(!r)return e;let i=Math.floor(r.length/2);return[t,n,r.slice(0,i),r.slice(i)].filter(Boolean).join(X)}var $=`person`;function te({account:e,editing:t}){let n=o(`account`).details;return r(g,{name:$,title:n.person.title,editing:t,children:[r(v,{title:n.person.name,value:e.name,notes:e.identified?r(`span`,{class:`fact`,children:[r(a,{name:`done`}),n.person.identified]}):n.person.notIdentified}),r(ne,{account:e,editing:t}),r(ie,{account:e,editing:t}),r(ae,{account:e,editing:t})]})}function ne({account:e,editing:t}){let n=o(`account`).details,i=`${$}:email`;return r(v,{title:n.person.email,value:e.email,actions:r(b,{name:i,editing:t,label:n.person.changeEmail,children:n.change}),form:t.open===i&&r(re,{name:i,editing:t})})}function re({name:t,editing:i}){let a=o(`account`).details,[s,c]=e(null),l=i.draft?.text(`email`);return s===null?r(y,{name:t,editing:i,title:a.person.changeEmail,submit:a.person.sendCode,onSubmit:async e=>{let t=C(e,`email`).trim(),n=T(e,{email:o(`credentials`).emailMissing});if(n.length)return n;let r=await _(F,{email:t});return r&&!r.userErrors.length&&c(t),E(r?.userErrors??[])},children:e=>r(w,{...e.field(`email`),label:a.person.newEmail,hint:a.person.newEmailHint,autocomplete:`email`,inputmode:`email`,initial:l})},`address`):r(y,{name:t,editing:i,title:a.person.confirmEmail,submit:o(`credentials`).verifyCode,onSubmit:async e=>{let t=A(e);return t.length?t:i.save(I,{code:k(e)},a.person.emailSaved)},children:e=>r(n,{children:[r(`p`,{children:a.person.codeSent(s)}),r(j,{form:e,hint:o(`credentials`).codeHint}),r(`p`,{class:`hint`,children:[a.person.noCode,` `,r(`button`,{type:`button`,class:`link`,onClick:()=>c(null),children:a.person.otherAddress})]})]})},`code`)}function ie({account:e,editing:t}){let n=o(`account`).details,i=`${$}:username`;return r(v,{title:n.person.userName,value:e.userName??r(`span`,{class:`muted`,children:n.person.noUserName}),actions:r(b,{name:i,editing:t,label:e.userName?n.person.changeUserName:n.person.addUserName,children:e.userName?n.change:n.add}),form:t.open===i&&r(y,{name:i,editing:t,title:e.userName?n.person.changeUserName:n.person.addUserName,submit:n.save,onSubmit:e=>t.save(P,{userName:C(e,`userName`).trim()||null},n.person.userNameSaved),children:i=>r(w,{...i.field(`userName`),label:n.person.newUserName,hint:n.person.userNameHint,autocomplete:`username`,initial:t.draft?.text(`userName`)??e.userName??void 0,optional:!0})})})}function ae({account:e,editing:t}){let n=o(`account`).details,i=`${$}:phone`;return r(v,{title:n.person.phone,value:e.phone===null?r(`span`,{class:`muted`,children:n.person.noPhone}):Q(e.phone),actions:r(b,{name:i,editing:t,label:e.phone?n.person.changePhone:n.person.addPhone,children:e.phone?n.change:n.add}),form:t.open===i&&r(y,{name:i,editing:t,title:e.phone?n.person.changePhone:n.person.addPhone,submit:n.save,onSubmit:e=>t.save(N,{phone:C(e,`phone`).trim()},n.person.phoneSaved),children:i=>r(w,{...i.field(`phone`),label:n.person.newPhone,hint:n.person.phoneHint,autocomplete:`tel`,inputmode:`tel`,initial:t.draft?.text(`phone`)??e.phone??void 0,optional:!0})})})}function oe(){let e=m(M,{}),n=ee(e.reload),i=e.data?.viewer;return e.data&&!i&&queueMicrotask(p),t(()=>{i&&h(i.customers)},[i]),r(S,{title:o(`account`).details.title,query:e,children:i&&r(se,{viewer:i,editing:n})})}function se({viewer:e,editing:t}){return r(n,{children:[r(te,{account:e.account,editing:t}),r(W,{account:e.account,editing:t}),r(Y,{account:e.account,editing:t}),r(B,{viewer:e,editing:t})]})}export{oe as Page};