const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/form-DXgCkZqC.js"])))=>i.map(i=>d[i]);
import{i as e}from"./data-jtvYvQm6.js";import{G as t,K as n,g as r,s as i}from"./app-D6tMOJo9.js";import{a,c as o,i as s,n as c,o as l,r as u,s as d,t as f,u as p}from"./moments-BbWwVd3Z.js";import{a as m,c as h,i as g,l as _,m as v,o as y,s as b,u as x}from"./form-DXgCkZqC.js";import{d as S,p as C,t as w}from"./preact-DiQsbUql.js";import{n as T,t as E}from"./new-password-Clwlrow9.js";var D=r(`
  query Security {
    viewer {
      account {
        id
        email
        userName
        hasPassword
        identified
        passkeys {
          id
          name
          createdAt
          lastUsedAt
        }
        sessions {
          id
          current
          device
          createdAt
          lastSeenAt
        }
      }
    }
  }
`),O=r(`
  mutation PasswordUpdate($input: PasswordUpdateInput!) {
    passwordUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=r(`
  mutation PasskeyRequest($input: PasskeyCreateRequestInput!) {
    passkeyCreateRequest(input: $input) {
      optionsJson
      userErrors {
        field
        code
        message
      }
    }
  }
`),A=r(`
  mutation PasskeyCreate($input: PasskeyCreateInput!) {
    passkeyCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=r(`
  mutation PasskeyUpdate($input: PasskeyUpdateInput!) {
    passkeyUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=r(`
  mutation PasskeyDelete($input: PasskeyDeleteInput!) {
    passkeyDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=r(`
  mutation SessionDelete($input: SessionDeleteInput!) {
    sessionDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=r(`
  mutation OtherSessionsDelete($input: OtherSessionsDeleteInput!) {
    otherSessionsDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=`passkeys`;function I({account:e,editing:n}){let r=t(`account`).security.passkeys;return w(a,{name:F,title:r.title,lead:r.lead,editing:n,children:[e.passkeys.map(e=>w(z,{passkey:e,editing:n},e.id)),m()?w(L,{editing:n}):w(`p`,{class:`muted`,children:r.notHere})]})}function L({editing:e}){let n=t(`account`).security.passkeys,r=_(`passkey-add-`);return w(`div`,{class:`section-more`,children:[w(v,{form:r,title:n.notAdded}),w(`button`,{id:`edit-passkeys:add`,type:`button`,class:`button`,"aria-disabled":r.sending,onClick:()=>r.send(()=>R(e,n.added)),children:r.sending?n.adding:n.add})]})}async function R(e,r){let i=t(`account`).security.passkeys,[{createPasskey:a,PasskeyFailure:s},c]=await Promise.all([n(()=>import(`./webauthn-mjKrM_wn.js`),[]),o(k,{})]);if(!c?.optionsJson)return b(c?.userErrors??[]);let l;try{l=await a(c.optionsJson)}catch(e){if(e instanceof s)return[{field:null,message:i.failures[e.kind]}];throw e}let u=await o(A,{responseJson:l});return!u||u.userErrors.length?b(u?.userErrors??[]):(await e.reload(),e.finish(r,F),[])}function z({passkey:e,editing:n}){let r=t(`account`).security.passkeys,i=t(`account`).details,a=`${F}:rename-${e.id}`,o=`${F}:remove-${e.id}`;return w(s,{title:e.name,notes:`${r.made(f(e.createdAt))} · ${e.lastUsedAt?r.used(f(e.lastUsedAt)):r.neverUsed}`,actions:w(C,{children:[w(u,{name:a,editing:n,label:r.renameOf(e.name),children:r.rename}),w(u,{name:o,editing:n,label:r.removeOf(e.name),children:i.remove})]}),form:n.open===a?w(l,{name:a,editing:n,title:r.renameOf(e.name),submit:i.save,onSubmit:async t=>{let i=y(t,{name:r.nameMissing});return i.length?i:n.save(j,{id:e.id,name:h(t,`name`).trim()},r.renamed)},children:t=>w(g,{...t.field(`name`),label:r.name,hint:r.nameHint,autocomplete:`off`,initial:n.draft?.text(`name`)??e.name})}):n.open===o&&w(l,{name:o,editing:n,title:r.removeOf(e.name),submit:r.remove,danger:!0,onSubmit:()=>n.save(M,{id:e.id},r.removed),children:()=>w(`p`,{children:r.removeNote})})})}var B=`password`;function V({account:e,editing:n}){let r=t(`account`).security.password,i=`${B}:change`;return w(a,{name:B,title:r.title,editing:n,children:w(s,{title:e.hasPassword?r.there:r.none,notes:e.hasPassword?r.note:r.noneNote,actions:w(u,{name:i,editing:n,label:e.hasPassword?r.change:r.make,children:e.hasPassword?t(`account`).details.change:r.make}),form:n.open===i&&w(H,{name:i,account:e,editing:n})})})}function H({name:e,account:n,editing:r}){let i=t(`account`).security.password,[a,o]=S(n.hasPassword&&!r.draft);return w(l,{name:e,editing:r,title:n.hasPassword?i.change:i.make,submit:t(`account`).details.save,onSubmit:async e=>{let t=[...a?y(e,{oldPassword:i.oldMissing}):[],...T(e)];if(t.length)return t;let n=await r.save(O,{oldPassword:a?h(e,`oldPassword`):null,newPassword:h(e,`password`)},i.saved);return!a&&n.some(({field:e})=>e===`oldPassword`)?(o(!0),[{field:null,message:i.oldNeeded}]):n.map(e=>e.field===`newPassword`?{...e,field:`password`}:e)},children:e=>w(C,{children:[w(`input`,{class:`hidden`,type:`text`,autocomplete:`username`,value:n.userName??n.email,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),a&&w(x,{...e.field(`oldPassword`),label:i.old,autocomplete:`current-password`}),a&&n.identified&&w(U,{form:e}),w(E,{form:e}),w(`p`,{class:`hint`,children:i.endsOthers})]})})}function U({form:e}){return w(`p`,{class:`hint`,children:w(`button`,{type:`button`,class:`link`,onClick:()=>e.send(async()=>{let{proveIdentity:e}=await n(async()=>{let{proveIdentity:e}=await import(`./step-up-DcpzkCTY.js`);return{proveIdentity:e}},__vite__mapDeps([0]));return await e(`bank`),[]}),children:t(`account`).security.password.forgotten})})}var W=`sessions`;function G({account:e,editing:n}){let r=t(`account`).security.sessions,i=`${W}:others`,o=[...e.sessions].sort((e,t)=>Number(t.current)-Number(e.current)||t.lastSeenAt.localeCompare(e.lastSeenAt));return w(a,{name:W,title:r.title,lead:r.lead,editing:n,children:[o.map(e=>w(K,{session:e,editing:n},e.id)),o.length>2&&(n.open===i?w(l,{name:i,editing:n,title:r.endOthers,submit:r.endOthers,danger:!0,onSubmit:()=>n.save(P,{},r.othersEnded),children:()=>w(`p`,{children:r.endOthersNote})}):w(`div`,{class:`section-more`,children:w(u,{name:i,editing:n,children:r.endOthers})}))]})}function K({session:e,editing:n}){let r=t(`account`).security.sessions,i=`${W}:end-${e.id}`,a=e.device??r.unknown,o=c(e.createdAt);return w(s,{title:w(C,{children:[a,` `,e.current&&w(`span`,{class:`badge`,children:r.current})]}),notes:e.current?r.since(o):`${r.seen(c(e.lastSeenAt))} · ${r.since(o)}`,actions:!e.current&&w(u,{name:i,editing:n,label:r.endOf(a),children:r.end}),form:n.open===i&&w(l,{name:i,editing:n,title:r.endOf(a),submit:r.end,danger:!0,onSubmit:()=>n.save(N,{id:e.id},r.ended),children:()=>w(`p`,{children:r.endNote})})})}function q(){let n=e(D,{}),r=d(n.reload),a=n.data?.viewer;return n.data&&!a&&queueMicrotask(i),w(p,{title:t(`account`).details.pages.security,query:n,children:a&&w(J,{account:a.account,editing:r})})}function J(e){return w(C,{children:[w(V,{...e}),w(I,{...e}),w(G,{...e})]})}export{q as Page};