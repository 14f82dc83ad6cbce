import{f as e,p as t,t as n}from"./preact-DiQsbUql.js";import{i as r}from"./data-CB9jCBp6.js";import{M as i,N as a,P as o,W as s,h as c,i as l,s as u}from"./app-Co5s9kob.js";import{a as d,c as f,i as p,l as m,o as h,r as g,s as _,t as v}from"./moments--ubw4Gu-.js";import{c as y,i as b,o as x,s as S}from"./form-CyibYWsH.js";import{t as C}from"./options-field-BAEoD7XY.js";var w=c(`
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
`),T=c(`
  mutation MandateUpdate($input: MandateUpdateInput!) {
    mandateUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),E=c(`
  mutation MandateDelete($input: MandateDeleteInput!) {
    mandateDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),D=c(`
  mutation MandateRequestApprove($input: MandateRequestApproveInput!) {
    mandateRequestApprove(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),O=c(`
  mutation MandateRequestDecline($input: MandateRequestDeclineInput!) {
    mandateRequestDecline(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=c(`
  mutation MandateInvitationCreate($input: MandateInvitationCreateInput!) {
    mandateInvitationCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),A=c(`
  mutation MandateInvitationDelete($input: MandateInvitationDeleteInput!) {
    mandateInvitationDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=[`ADMINISTRATOR`,`READER`];function M({form:e,initial:t}){let r=s(`account`).users.roles;return n(C,{...e.field(`role`),type:`radio`,legend:r.label,options:j.map(e=>({value:e,...r[e]})),chosen:[t]})}function N(e){return e.get(`role`)===`ADMINISTRATOR`?`ADMINISTRATOR`:`READER`}var P=`invitations`;function F({company:e,editing:t}){let r=s(`account`).users.invitations,i=`${P}:add`;return n(d,{name:P,title:r.title,lead:r.lead,editing:t,children:[e.mandateInvitations.map(e=>n(I,{invitation:e,editing:t},e.id)),t.open===i?n(L,{name:i,company:e,editing:t}):n(`div`,{class:`section-more`,children:n(g,{name:i,editing:t,class:`button`,children:r.invite})})]})}function I({invitation:e,editing:t}){let r=s(`account`).users.invitations,{roles:i}=s(`account`).users,a=`${P}:withdraw-${e.id}`;return n(p,{title:e.email,notes:n(`span`,{class:`row-line`,children:[i[e.role].text,` · `,r.sent(v(e.createdAt)),` · `,r.until(v(e.expiresAt))]}),actions:n(g,{name:a,editing:t,label:r.withdrawOf(e.email),children:r.withdraw}),form:t.open===a&&n(h,{name:a,editing:t,title:r.withdrawOf(e.email),submit:r.withdraw,danger:!0,onSubmit:()=>t.save(A,{id:e.id},r.withdrawn),children:()=>n(`p`,{children:r.withdrawNote})})})}function L({name:e,company:r,editing:i}){let a=s(`account`).users.invitations;return n(h,{name:e,editing:i,title:a.invite,submit:a.send,onSubmit:async e=>{let t=x(e,{email:a.emailMissing});if(t.length)return t;let n=y(e,`email`).trim();return i.save(k,{customer:r.id,email:n,role:N(e)},a.wasSent(n))},children:e=>n(t,{children:[n(b,{...e.field(`email`),label:a.email,hint:a.emailHint,autocomplete:`off`,inputmode:`email`,initial:i.draft?.text(`email`)}),n(M,{form:e,initial:i.draft?.text(`role`)===`ADMINISTRATOR`?`ADMINISTRATOR`:`READER`})]})})}var R=`mandates`;function z({company:e,editing:t}){let r=s(`account`).users.mandates;return n(d,{name:R,title:r.title,editing:t,children:e.mandates.map(r=>n(B,{mandate:r,company:e,editing:t},r.id))})}function B(e){let r=s(`account`).users.mandates,{roles:i}=s(`account`).users,a=s(`account`).details,{mandate:c,company:u,editing:d}=e,m=`${R}:role-${c.id}`,_=`${R}:remove-${c.id}`;async function y(){if(!c.own)return d.save(E,{id:c.id},r.removed(c.name));let e=await f(E,{id:c.id});return!e||e.userErrors.length?S(e?.userErrors??[]):(o(`/`,{replace:!0}),await l(),[])}return n(p,{title:n(t,{children:[c.name,` `,c.own&&n(`span`,{class:`badge`,children:r.own})]}),notes:n(t,{children:[n(`span`,{class:`row-line`,children:c.email}),n(`span`,{class:`row-line`,children:[i[c.role].text,` · `,r.since(v(c.createdAt))]})]}),actions:n(t,{children:[n(g,{name:m,editing:d,label:r.changeOf(c.name),children:r.change}),n(g,{name:_,editing:d,label:c.own?r.leave:r.removeOf(c.name),children:a.remove})]}),form:d.open===m?n(h,{name:m,editing:d,title:r.changeOf(c.name),submit:a.save,onSubmit:e=>d.save(T,{id:c.id,role:N(e)},r.changed(c.name)),children:e=>n(t,{children:[c.own&&n(`p`,{children:r.ownNote}),n(M,{form:e,initial:c.role})]})}):d.open===_&&n(h,{name:_,editing:d,title:c.own?r.leave:r.removeOf(c.name),submit:r.remove,danger:!0,onSubmit:y,children:()=>n(`p`,{children:c.own?r.leaveNote(u.name):r.removeNote})})})}var V=`requests`;function H({company:e,editing:t}){let r=s(`account`).users.requests;return!e.mandateRequests.length&&t.said?.section!==V?null:n(d,{name:V,title:r.title,lead:e.mandateRequests.length?r.lead:void 0,editing:t,children:e.mandateRequests.map(e=>n(U,{request:e,editing:t},e.id))})}function U({request:e,editing:r}){let i=s(`account`).users.requests,a=`${V}:approve-${e.id}`,o=`${V}:decline-${e.id}`;return n(p,{title:e.name,notes:n(t,{children:[n(`span`,{class:`row-line`,children:e.email}),n(`span`,{class:`row-line`,children:i.asked(v(e.createdAt))})]}),actions:n(t,{children:[n(g,{name:a,editing:r,label:i.approveOf(e.name),class:`button`,children:i.approve}),n(g,{name:o,editing:r,label:i.declineOf(e.name),children:i.decline})]}),form:r.open===a?n(h,{name:a,editing:r,title:i.approveOf(e.name),submit:i.approve,onSubmit:t=>r.save(D,{id:e.id,role:N(t)},i.approved(e.name)),children:e=>n(M,{form:e,initial:`READER`})}):r.open===o&&n(h,{name:o,editing:r,title:i.declineOf(e.name),submit:i.decline,danger:!0,onSubmit:()=>r.save(O,{id:e.id},i.declined(e.name)),children:()=>n(`p`,{children:i.declineNote})})})}function W({params:t}){let o=s(`account`).users,c=t.customerId??``,l=r(w,e(()=>({id:c}),[c])),d=_(l.reload),f=i();l.data&&!l.data.viewer&&queueMicrotask(u);let p=l.data?.node,h=p&&`mandates`in p&&p.kind===`COMPANY`?p:null,g=l.data?.viewer&&!h;return a(...h?[h.name]:[],g?o.missing.title:o.title),n(`div`,{class:`details-body`,children:[n(`h1`,{ref:f,tabIndex:-1,children:[g?o.missing.title:o.title,h&&n(`span`,{class:`h1-of`,children:h.name})]}),n(m,{query:l,children:h?h.role===`ADMINISTRATOR`?n(G,{company:h,editing:d}):n(K,{company:h}):n(`section`,{class:`card prose`,children:[n(`p`,{children:o.missing.text}),n(`a`,{class:`button`,href:`/`,children:o.missing.home})]})})]})}function G(e){return n(t,{children:[n(H,{...e}),n(z,{...e}),n(F,{...e})]})}function K({company:e}){let t=s(`account`).users;return n(`section`,{class:`card prose`,children:[n(`p`,{children:t.reader(e.name)}),n(`p`,{class:`muted`,children:t.readerWhy})]})}export{W as Page};