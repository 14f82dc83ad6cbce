import{f as e,o as t,p as n,t as r}from"./preact-DiQsbUql.js";import{t as i}from"./data-CCG1vUQ6.js";import{L as a,R as o,Y as s,g as c,s as l,z as u}from"./app-DOmY8vkv.js";import{r as d,t as f}from"./customer-ulEM_4ZL.js";import{n as p}from"./refresh-Ct28YINc.js";import{a as m,c as h,i as g,l as _,o as v,r as y,s as b,t as x}from"./moments-bOS6X4Dx.js";import{c as S,i as C,o as w,s as T}from"./form-Dk_mbDxR.js";import{t as E}from"./options-field-DHBwuF6N.js";var D=c(`
  query Users($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      ... on Customer {
        id
        kind
        name
        role
        mandates {
          id
          name
          email
          role
          createdAt
          own
        }
        mandateRequests {
          id
          name
          email
          createdAt
        }
        mandateInvitations {
          id
          email
          role
          createdAt
          expiresAt
        }
      }
    }
  }
`),O=c(`
  mutation MandateUpdate($input: MandateUpdateInput!) {
    mandateUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=c(`
  mutation MandateDelete($input: MandateDeleteInput!) {
    mandateDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),A=c(`
  mutation MandateRequestApprove($input: MandateRequestApproveInput!) {
    mandateRequestApprove(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=c(`
  mutation MandateRequestDecline($input: MandateRequestDeclineInput!) {
    mandateRequestDecline(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=c(`
  mutation MandateInvitationCreate($input: MandateInvitationCreateInput!) {
    mandateInvitationCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=c(`
  mutation MandateInvitationDelete($input: MandateInvitationDeleteInput!) {
    mandateInvitationDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=[`ADMINISTRATOR`,`READER`];function F({form:e,editing:t,initial:n}){let i=s(`account`).users.roles;return r(E,{...e.field(`role`),type:`radio`,legend:i.label,options:P.map(e=>({value:e,...i[e]})),chosen:[t.draft?.text(`role`)??n]})}function I(e){return e.get(`role`)===`ADMINISTRATOR`?`ADMINISTRATOR`:`READER`}var L=`invitations`;function R({company:e,editing:t}){let n=s(`account`).users.invitations,i=`${L}:add`;return r(m,{name:L,title:n.title,lead:n.lead,editing:t,children:[e.mandateInvitations.map(e=>r(z,{invitation:e,editing:t},e.id)),t.open===i?r(B,{name:i,company:e,editing:t}):r(`div`,{class:`section-more`,children:r(y,{name:i,editing:t,class:`button`,children:n.invite})})]})}function z({invitation:e,editing:t}){let n=s(`account`).users.invitations,{roles:i}=s(`account`).users,a=`${L}:withdraw-${e.id}`;return r(g,{title:e.email,notes:r(`span`,{class:`row-line`,children:[i[e.role].text,` · `,n.sent(x(e.createdAt)),` · `,n.until(x(e.expiresAt))]}),actions:r(y,{name:a,editing:t,label:n.withdrawOf(e.email),children:n.withdraw}),form:t.open===a&&r(v,{name:a,editing:t,title:n.withdrawOf(e.email),submit:n.withdraw,danger:!0,onSubmit:()=>t.save(N,{id:e.id},n.withdrawn),children:()=>r(`p`,{children:n.withdrawNote})})})}function B({name:e,company:t,editing:i}){let a=s(`account`).users.invitations;return r(v,{name:e,editing:i,title:a.invite,submit:a.send,onSubmit:async e=>{let n=w(e,{email:a.emailMissing});if(n.length)return n;let r=S(e,`email`).trim();return i.save(M,{customer:t.id,email:r,role:I(e)},a.wasSent(r))},children:e=>r(n,{children:[r(C,{...e.field(`email`),label:a.email,hint:a.emailHint,autocomplete:`off`,inputmode:`email`,initial:i.draft?.text(`email`)}),r(F,{form:e,editing:i,initial:`READER`})]})})}var V=`mandates`;function H({company:e,editing:t}){let n=s(`account`).users,i=e.role===`READER`;return r(m,{name:V,title:n.mandates.title,lead:i?n.readerWhy:void 0,editing:t,children:e.mandates.map(n=>r(U,{mandate:n,company:e,editing:t},n.id))})}function U(e){let t=s(`account`).users.mandates,{roles:i}=s(`account`).users,a=s(`account`).details,{mandate:o,company:c,editing:l}=e,d=`${V}:role-${o.id}`,f=`${V}:remove-${o.id}`;async function m(){if(!o.own)return l.save(k,{id:o.id},t.removed(o.name));let e=await h(k,{id:o.id});return!e||e.userErrors.length?T(e?.userErrors??[]):(u(`/`,{replace:!0}),await p(),[])}return r(g,{title:r(n,{children:[o.name,` `,o.own&&r(`span`,{class:`badge`,children:t.own})]}),notes:r(n,{children:[r(`span`,{class:`row-line`,children:o.email}),r(`span`,{class:`row-line`,children:[i[o.role].text,` · `,t.since(x(o.createdAt))]})]}),actions:r(n,{children:[c.role===`ADMINISTRATOR`&&r(y,{name:d,editing:l,label:t.changeOf(o.name),children:t.change}),r(y,{name:f,editing:l,label:o.own?t.leave:t.removeOf(o.name),children:a.remove})]}),form:l.open===d?r(v,{name:d,editing:l,title:t.changeOf(o.name),submit:a.save,onSubmit:e=>l.save(O,{id:o.id,role:I(e)},t.changed(o.name)),children:e=>r(n,{children:[o.own&&r(`p`,{children:t.ownNote}),r(F,{form:e,editing:l,initial:o.role})]})}):l.open===f&&r(v,{name:f,editing:l,title:o.own?t.leave:t.removeOf(o.name),submit:o.own?t.leave:t.remove,danger:!0,onSubmit:m,children:()=>r(`p`,{children:o.own?t.leaveNote(c.name):t.removeNote})})})}var W=`requests`;function G({company:e,editing:t}){let n=s(`account`).users.requests;return!e.mandateRequests.length&&t.said?.section!==W?null:r(m,{name:W,title:n.title,lead:e.mandateRequests.length?n.lead:void 0,editing:t,children:e.mandateRequests.map(e=>r(K,{request:e,editing:t},e.id))})}function K({request:e,editing:t}){let i=s(`account`).users.requests,a=`${W}:approve-${e.id}`,o=`${W}:decline-${e.id}`;return r(g,{title:e.name,notes:r(n,{children:[r(`span`,{class:`row-line`,children:e.email}),r(`span`,{class:`row-line`,children:i.asked(x(e.createdAt))})]}),actions:r(n,{children:[r(y,{name:a,editing:t,label:i.approveOf(e.name),class:`button`,children:i.approve}),r(y,{name:o,editing:t,label:i.declineOf(e.name),children:i.decline})]}),form:t.open===a?r(v,{name:a,editing:t,title:i.approveOf(e.name),submit:i.approve,onSubmit:n=>t.save(A,{id:e.id,role:I(n)},i.approved(e.name)),children:e=>r(F,{form:e,editing:t,initial:`READER`})}):t.open===o&&r(v,{name:o,editing:t,title:i.declineOf(e.name),submit:i.decline,danger:!0,onSubmit:()=>t.save(j,{id:e.id},i.declined(e.name)),children:()=>r(`p`,{children:i.declineNote})})})}function q({params:n}){let c=s(`account`).users,u=n.customerId??``,m=i(D,e(()=>({id:u}),[u])),h=b(m.reload),g=a();m.data&&!m.data.viewer&&queueMicrotask(l);let v=m.data?.node,y=v&&`mandates`in v&&v.kind===`COMPANY`?v:null,x=m.data?.viewer&&!y;return t(()=>{y?f(y.id):x&&d.peek().some(e=>e.id===u)&&p()},[y?.id,x]),o(...y?[y.name]:[],x?c.missing.title:c.title),r(`div`,{class:`details-body`,children:[r(`h1`,{ref:g,tabIndex:-1,children:[x?c.missing.title:c.title,y&&r(`span`,{class:`h1-of`,children:y.name})]}),r(_,{query:m,children:y?r(J,{company:y,editing:h}):r(`section`,{class:`card prose`,children:[r(`p`,{children:c.missing.text}),r(`a`,{class:`button`,href:`/`,children:c.missing.home})]})})]})}function J(e){return e.company.role===`READER`?r(H,{...e}):r(n,{children:[r(G,{...e}),r(H,{...e}),r(R,{...e})]})}export{q as Page};