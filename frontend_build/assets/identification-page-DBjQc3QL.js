import{B as e,U as t,Z as n,g as r,o as i,q as a,x as o,z as s}from"./app-B4pTfES4.js";import{t as c}from"./data-oExWN6he.js";import{r as l}from"./form-DUbREzMu.js";import{t as u}from"./phones-DAELRFWe.js";import{t as d}from"./preact-DiQsbUql.js";var f=r(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`),p={peruttu:`cancelled`,vanhentunut:`expired`,"ei-vastausta":`noAnswer`,hylatty:`refused`,"eri-henkilo":`otherPerson`,lukittu:`locked`};function m(){let r=n(`identification`),m=p[t.value.query.get(`syy`)??``]??`refused`,{title:h,text:g,next:_}=r.reasons[m],v=i.value.status===`in`,y=s(),{data:b}=c(f,{},{spoken:!0});return e(h),i.value.status===`unknown`?d(a,{}):d(`section`,{class:`form-page`,children:[d(`h1`,{ref:y,tabIndex:-1,children:h}),d(`p`,{children:g}),d(`p`,{children:_}),v?d(`a`,{class:`button button-wide`,href:o,children:r.toDetails}):m!==`locked`&&d(`div`,{class:`card form`,children:[d(l,{purpose:`SIGN_IN`,returnTo:`/`,label:r.again}),d(`a`,{class:`button button-quiet button-wide`,href:`/kirjaudu`,children:r.otherWay})]}),b&&d(`section`,{class:`service`,children:[d(`h2`,{class:`part-title`,children:r.service}),d(u,{phones:b.retailer.phones})]})]})}export{m as Page};