const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/form-BM1f1NbA.js"])))=>i.map(i=>d[i]);
import{i as e}from"./data-DSYBbdRb.js";import{J as t,g as n,q as r,s as i}from"./app-OTJwUrPv.js";import{a,c as o,i as s,n as c,o as l,r as u,s as d,t as f,u as p}from"./moments-CulkMvmY.js";import{a as m,c as h,i as g,l as _,m as v,o as y,s as b,u as x}from"./form-BM1f1NbA.js";import{d as S,p as C,t as w}from"./preact-DiQsbUql.js";import{n as T,t as E}from"./new-password-CgRrmKcB.js";var D=n(`
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
`),O=n(`
  mutation PasswordUpdate($input: PasswordUpdateInput!) {
    passwordUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),k=n(`
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
`),A=n(`
  mutation PasskeyCreate($input: PasskeyCreateInput!) {
    passkeyCreate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),j=n(`
  mutation PasskeyUpdate($input: PasskeyUpdateInput!) {
    passkeyUpdate(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),M=n(`
  mutation PasskeyDelete($input: PasskeyDeleteInput!) {
    passkeyDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),N=n(`
  mutation SessionDelete($input: SessionDeleteInput!) {
    sessionDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),P=n(`
  mutation OtherSessionsDelete($input: OtherSessionsDeleteInput!) {
    otherSessionsDelete(input: $input) {
      userErrors {
        field
        code
        message
      }
    }
  }
`),F=`passkeys`;function I({account:e,editing:t}){let n=r(`account`).security.passkeys;return w(a,{name:F,title:n.title,lead:n.lead,editing:t,children:[e.passkeys.map(e=>w(z,{passkey:e,editing:t},e.id)),m()?w(L,{editing:t}):w(`p`,{class:`muted`,children:n.notHere})]})}function L({editing:e}){let t=r(`account`).security.passkeys,n=_(`passkey-add-`);return w(`div`,{class:`section-more`,children:[w(v,{form:n,title:t.notAdded}),w(`button`,{id:`edit-passkeys:add`,type:`button`,class:`button`,"aria-disabled":n.sending,onClick:()=>n.send(()=>R(e,t.added)),children:n.sending?t.adding:t.add})]})}async function R(e,n){let i=r(`account`).security.passkeys,[{createPasskey:a,PasskeyFailure:s},c]=await Promise.all([t(()=>import(`./webauthn-mjKrM_wn.js`),[]),o(k,{})]);if(!c?.optionsJson)return b(c?.userErrors??[]);let l;try{l=await a(c.optionsJson)}catch(e){if(e instanceof s)return[{field:null,message:i.failures[e.kind]}];throw e}let u=await o(A,{responseJson:l});return!u||u.userErrors.length?b(u?.userErrors??[]):(await e.reload(),e.finish(n,F),[])}function z({passkey:e,editing:t}){let n=r(`account`).security.passkeys,i=r(`account`).details,a=`${F}:rename-${e.id}`,o=`${F}:remove-${e.id}`;return w(s,{title:e.name,notes:`${n.made(f(e.createdAt))} · ${e.lastUsedAt?n.used(f(e.lastUsedAt)):n.neverUsed}`,actions:w(C,{children:[w(u,{name:a,editing:t,label:n.renameOf(e.name),children:n.rename}),w(u,{name:o,editing:t,label:n.removeOf(e.name),children:i.remove})]}),form:t.open===a?w(l,{name:a,editing:t,title:n.renameOf(e.name),submit:i.save,onSubmit:async r=>{let i=y(r,{name:n.nameMissing});return i.length?i:t.save(j,{id:e.id,name:h(r,`name`).trim()},n.renamed)},children:r=>w(g,{...r.field(`name`),label:n.name,hint:n.nameHint,autocomplete:`off`,initial:t.draft?.text(`name`)??e.name})}):t.open===o&&w(l,{name:o,editing:t,title:n.removeOf(e.name),submit:n.remove,danger:!0,onSubmit:()=>t.save(M,{id:e.id},n.removed),children:()=>w(`p`,{children:n.removeNote})})})}var B=`password`;function V({account:e,editing:t}){let n=r(`account`).security.password,i=`${B}:change`;return w(a,{name:B,title:n.title,editing:t,children:w(s,{title:e.hasPassword?n.there:n.none,notes:e.hasPassword?n.note:n.noneNote,actions:w(u,{name:i,editing:t,label:e.hasPassword?n.change:n.make,children:e.hasPassword?r(`account`).details.change:n.make}),form:t.open===i&&w(H,{name:i,account:e,editing:t})})})}function H({name:e,account:t,editing:n}){let i=r(`account`).security.password,[a,o]=S(t.hasPassword&&!n.draft);return w(l,{name:e,editing:n,title:t.hasPassword?i.change:i.make,submit:r(`account`).details.save,onSubmit:async e=>{let t=[...a?y(e,{oldPassword:i.oldMissing}):[],...T(e)];if(t.length)return t;let r=await n.save(O,{oldPassword:a?h(e,`oldPassword`):null,newPassword:h(e,`password`)},i.saved);return!a&&r.some(({field:e})=>e===`oldPassword`)?(o(!0),[{field:null,message:i.oldNeeded}]):r.map(e=>e.field===`newPassword`?{...e,field:`password`}:e)},children:e=>w(C,{children:[w(`input`,{class:`hidden`,type:`text`,autocomplete:`username`,value:t.userName??t.email,readOnly:!0,tabIndex:-1,"aria-hidden":`true`}),a&&w(x,{...e.field(`oldPassword`),label:i.old,autocomplete:`current-password`}),a&&t.identified&&w(U,{form:e}),w(E,{form:e}),w(`p`,{class:`hint`,children:i.endsOthers})]})})}function U({form:e}){return w(`p`,{class:`hint`,children:w(`button`,{type:`button`,class:`link`,onClick:()=>e.send(async()=>{let{proveIdentity:e}=await t(async()=>{let{proveIdentity:e}=await import(`./step-up-BXJcmuR9.js`);return{proveIdentity:e}},__vite__mapDeps([0]));return await e(`bank`),[]}),children:r(`account`).security.password.forgotten})})}var W=`sessions`;function G({account:e,editing:t}){let n=r(`account`).security.sessions,i=`${W}:others`,o=[...e.sessions].sort((e,t)=>Number(t.current)-Number(e.current)||t.lastSeenAt.localeCompare(e.lastSeenAt));return w(a,{name:W,title:n.title,lead:n.lead,editing:t,children:[o.map(e=>w(K,{session:e,editing:t},e.id)),o.length>2&&(t.open===i?w(l,{name:i,editing:t,title:n.endOthers,submit:n.endOthers,danger:!0,onSubmit:()=>t.save(P,{},n.othersEnded),children:()=>w(`p`,{children:n.endOthersNote})}):w(`div`,{class:`section-more`,children:w(u,{name:i,editing:t,children:n.endOthers})}))]})}function K({session:e,editing:t}){let n=r(`account`).security.sessions,i=`${W}:end-${e.id}`,a=e.device??n.unknown,o=c(e.createdAt);return w(s,{title:w(C,{children:[a,` `,e.current&&w(`span`,{class:`badge`,children:n.current})]}),notes:e.current?n.since(o):`${n.seen(c(e.lastSeenAt))} · ${n.since(o)}`,actions:!e.current&&w(u,{name:i,editing:t,label:n.endOf(a),children:n.end}),form:t.open===i&&w(l,{name:i,editing:t,title:n.endOf(a),submit:n.end,danger:!0,onSubmit:()=>t.save(N,{id:e.id},n.ended),children:()=>w(`p`,{children:n.endNote})})})}function q(){let t=e(D,{}),n=d(t.reload),a=t.data?.viewer;return t.data&&!a&&queueMicrotask(i),w(p,{title:r(`account`).details.pages.security,query:t,children:a&&w(J,{account:a.account,editing:n})})}function J(e){return w(C,{children:[w(V,{...e}),w(I,{...e}),w(G,{...e})]})}export{q as Page};