using Microsoft.Extensions.DependencyInjection;
using StakeBot.Bot.Chat;
using StakeBot.Bot.People;

namespace StakeBot.Bot.Tests.Conversations;

public sealed class PolicyTalk : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_policy_is_shown_with_every_limit()
    {
        await _desk.Chat.Says("/policy");
        _desk.Chat.Sees("Policy cautious · version 1", "model-limit 2.00 %", "burn-budget 10.00 %", "approvals 1", "grace 30", "expiry 30 min", "bold");
    }

    [Fact]
    public async Task Tightening_acts_at_once_and_loosening_after_a_day()
    {
        await _desk.Chat.Says("/policy set model-limit 1.5%");
        _desk.Chat.Sees("model-limit is 1.50 % now", "version 2");
        await _desk.Chat.Says("/policy set model-limit 3%");
        _desk.Chat.Sees("model-limit will be 3.00 %", "after 24 hours", "Until then 1.50 % holds");
        await _desk.Chat.Says("/risk");
        _desk.Chat.Sees("1.50 %");

        _desk.Time.Advance(TimeSpan.FromHours(24));
        await _desk.Chat.Says("/policy");
        _desk.Chat.Sees("model-limit 3.00 %", "version 3");
    }

    [Fact]
    public async Task A_loosening_can_be_withdrawn_while_it_waits()
    {
        await _desk.Chat.Says("/policy set burn-budget 20%");
        await _desk.Chat.Presses("Withdraw");
        _desk.Chat.Sees("Withdrawn");
        _desk.Time.Advance(TimeSpan.FromDays(2));
        await _desk.Chat.Says("/policy");
        _desk.Chat.Sees("burn-budget 10.00 %");
    }

    [Fact]
    public async Task Every_change_is_told_to_the_owner_on_all_of_his_platforms_and_names_who_made_it()
    {
        using Desk desk = new(more: services => services
            .AddSingleton(new PlatformInUse("telegram", Configured: true, OwnerId: "7"))
            .AddSingleton(new PlatformInUse("discord", Configured: true, OwnerId: "99")));
        desk.Chat.As("discord", "99");

        await desk.Chat.Says("/policy set model-limit 1.5%");
        await desk.Chat.Says("/policy set model-limit 3%");
        await desk.Chat.Says("/policy withdraw MODEL-LIMIT");

        foreach (string platform in (string[])["telegram", "discord"])
        {
            desk.Chat.As(platform, "7")
                .Shows("You should know", "model-limit 2.00 % → 1.50 %, at once. By discord:99.")
                .Shows("You should know", "will protect less from", "model-limit 1.50 % → 3.00 %. /policy withdraw model-limit takes it back. By discord:99.")
                .Shows("You should know", "The change of model-limit that was waiting was withdrawn", "By discord:99.");
        }
    }

    [Fact]
    public async Task Another_policy_is_chosen_by_its_name()
    {
        await _desk.Chat.Says("/policy set policy bold");
        _desk.Chat.Sees("policy will be bold", "after 24 hours");
    }

    [Theory]
    [InlineData("/policy set colour blue", "no setting 'colour'")]
    [InlineData("/policy set model-limit 2", "no value for model-limit")]
    [InlineData("/policy set model-limit 0%", "no value for model-limit")]
    [InlineData("/policy set approvals 12", "no value for approvals")]
    [InlineData("/policy set policy reckless", "Policies: cautious, bold")]
    [InlineData("/policy set", "Which setting?")]
    [InlineData("/policy set cap", "Which value?")]
    [InlineData("/policy withdraw cap", "is waiting")]
    public async Task What_is_not_understood_says_how_it_is_written(string typed, string seen)
    {
        await _desk.Chat.Says(typed);
        _desk.Chat.SeesKind(ReplyKind.Refusal).Sees(seen, "Nothing was changed.");
    }

    [Fact]
    public async Task The_history_tells_who_changed_what()
    {
        await _desk.Chat.Says("/policy set approvals 2");
        await _desk.Chat.Says("/policy history");
        _desk.Chat.Sees("1 change", "policy set", "by the owner · approvals 1 → 2").SeesNo("{");
    }
}
