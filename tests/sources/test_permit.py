"""Nothing inside a network is asked, however its address is written."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.sources import Permit
from crosswire.sources._net.permit import FetchError, check, is_open, look_up

_PUBLIC = Permit(resolve=lambda host, _: [host.strip("[]") if host[0].isdigit() or ":" in host else "93.184.216.34"])

_REFUSED = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://134744072/",
    "http://010.8.8.8/",
    "http://0/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://198.18.0.1/",
    "http://192.0.0.192/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:10.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:100::]/",
    "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://news.example:22/",
    "http://news.example:8080/",
    "http://news.example:99999/",
    "http://user@news.example/",
    "http://user:word@news.example/",
    "http://@news.example/",
    "http://news.example\\@127.0.0.1/",
    "http://127.0.0.1\t/",
    "http://news.example/a b",
    "http://news.example/\r\nHost: inside",
    "http:///path",
    "http://",
    "http://[::1",
    "http://new s.example/",
    "http://news_.-example/",
    "http://" + "a" * 3_000 + ".example/",
    "ftp://news.example/",
    "file:///etc/passwd",
    "gopher://news.example/",
]


@pytest.mark.parametrize("url", _REFUSED)
def test_what_is_not_public_is_refused_with_a_reason(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        check(url, _PUBLIC)
    assert len(str(caught.value).split()) > 4


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST.", "ip6-localhost"])
def test_names_of_this_machine_are_refused_by_the_real_resolver(name: str) -> None:
    with pytest.raises(FetchError):
        check(f"http://{name}/", Permit(resolve=look_up))


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"], ["fe80::1%2"], ["no address"], []]
)
def test_a_name_that_leads_inside_even_once_is_refused(found: list[str]) -> None:
    with pytest.raises(FetchError):
        check("https://news.example/", Permit(resolve=lambda *_: found))


_TAKEN = [
    ("https://news.example", "https://news.example/", 443),
    ("HTTP://News.Example:80/a?b=c#d", "http://news.example/a?b=c", 80),
    ("https://news.example:80/", "https://news.example:80/", 80),
    ("https://новости.example/путь", "https://xn--b1amnebsh.example/%D0%BF%D1%83%D1%82%D1%8C", 443),
    ("https://8.8.8.8/", "https://8.8.8.8/", 443),
    ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/", 443),
]


@pytest.mark.parametrize(("url", "asked", "port"), _TAKEN)
def test_public_addresses_are_taken_in_one_way_of_writing(url: str, asked: str, port: int) -> None:
    target = check(url, _PUBLIC)
    assert (target.url, target.port) == (asked, port)
    assert len(target.addresses) == 1


def test_a_trusted_host_is_taken_at_its_own_port_only() -> None:
    permit = Permit(trusted=frozenset({("127.0.0.1", 8000)}))
    assert check("http://127.0.0.1:8000/a", permit).addresses == ("127.0.0.1",)
    for url in ("http://127.0.0.1/", "http://127.0.0.1:8001/", "http://127.1:8000/", "http://localhost:8000/"):
        with pytest.raises(FetchError):
            check(url, permit)


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_inside_an_ipv6_one_is_as_open_as_itself(number: int) -> None:
    plain = str(ipaddress.IPv4Address(number))
    mapped = str(ipaddress.IPv6Address((0xFFFF << 32) | number))
    translated = str(ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | number))
    assert is_open(plain) == is_open(mapped) == is_open(translated)
    assert not is_open(plain) or ipaddress.IPv4Address(number).is_global


@given(st.ip_addresses(v=6))
def test_an_open_ipv6_address_is_a_global_one(address: ipaddress.IPv6Address) -> None:
    private = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
    assert not (private and is_open(str(address)))
