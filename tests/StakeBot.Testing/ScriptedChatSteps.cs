using StakeBot.Bot.Chat;

namespace StakeBot.Testing;

/// <summary>Lets a conversation be written as one chain.</summary>
public static class ScriptedChatSteps
{
    extension(Task<ScriptedChat> chat)
    {
        /// <inheritdoc cref="ScriptedChat.Says"/>
        public async Task<ScriptedChat> Says(string text) => await (await chat).Says(text);

        /// <inheritdoc cref="ScriptedChat.Presses(string)"/>
        public async Task<ScriptedChat> Presses(string label) => await (await chat).Presses(label);

        /// <inheritdoc cref="ScriptedChat.Settles"/>
        public async Task<ScriptedChat> Settles() => await (await chat).Settles();

        /// <inheritdoc cref="ScriptedChat.As"/>
        public async Task<ScriptedChat> As(string platform, string id) => (await chat).As(platform, id);

        /// <inheritdoc cref="ScriptedChat.Sees"/>
        public async Task<ScriptedChat> Sees(params string[] texts) => (await chat).Sees(texts);

        /// <inheritdoc cref="ScriptedChat.SeesNo"/>
        public async Task<ScriptedChat> SeesNo(string text) => (await chat).SeesNo(text);

        /// <inheritdoc cref="ScriptedChat.Shows"/>
        public async Task<ScriptedChat> Shows(params string[] texts) => (await chat).Shows(texts);

        /// <inheritdoc cref="ScriptedChat.ShowsNo"/>
        public async Task<ScriptedChat> ShowsNo(string text) => (await chat).ShowsNo(text);

        /// <inheritdoc cref="ScriptedChat.SeesKind"/>
        public async Task<ScriptedChat> SeesKind(ReplyKind kind) => (await chat).SeesKind(kind);

        /// <inheritdoc cref="ScriptedChat.SeesPicture"/>
        public async Task<ScriptedChat> SeesPicture(params string[] altWords) => (await chat).SeesPicture(altWords);
    }
}
