using System.Text.Json;
using StakeBot.Adapters.Discord.Gateway;
using StakeBot.Testing.Discord;

namespace StakeBot.Adapters.Tests.Discord.Gateway;

public sealed class InteractionQueueTests
{
    [Fact]
    public void When_much_is_waiting_suggestions_are_dropped_first_and_then_everything()
    {
        InteractionQueue queue = new(new WatchedTime());
        JsonElement command = JsonElement.Parse(SomeInteraction.Command("1").ToJsonString());
        JsonElement suggestions = JsonElement.Parse(SomeInteraction.Suggestions("2").ToJsonString());
        for (int waiting = 0; waiting < InteractionQueue.RoomForSuggestions; waiting++)
            Assert.True(queue.TryPost(waiting % 2 == 0 ? command : suggestions));

        Assert.False(queue.TryPost(suggestions));
        for (int waiting = InteractionQueue.RoomForSuggestions; waiting < InteractionQueue.Capacity; waiting++)
            Assert.True(queue.TryPost(command));
        Assert.False(queue.TryPost(command));

        Assert.Equal(2, queue.Dropped);
        Assert.True(queue.Reader.TryRead(out _));
        Assert.True(queue.TryPost(command));
    }
}
