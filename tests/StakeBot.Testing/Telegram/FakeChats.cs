using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace StakeBot.Testing.Telegram;

/// <summary>The conversations and what was shown in them, as strict as Telegram about what it takes.</summary>
internal sealed class FakeChats(TimeProvider time, JsonObject bot)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, JsonObject> _chats = [];
    private readonly SortedDictionary<int, FakeMessage> _messages = [];
    private readonly Dictionary<string, byte[]> _files = [];
    private int _nextMessage = 100;
    private int _nextFile;

    public ConcurrentDictionary<long, bool> Blocked { get; } = new();

    public ConcurrentDictionary<long, long> Migrated { get; } = new();

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages.Values];
        }
    }

    public void Enter(JsonObject chat) => _chats[(long)chat["id"]!] = chat;

    public int NextId() => Interlocked.Increment(ref _nextMessage);

    /// <summary>Notes a message that a person wrote.</summary>
    public void Note(FakeMessage message)
    {
        lock (_gate)
            _messages[message.Id] = message;
    }

    public JsonNode Send(FakeCall call, string field, JsonNode? file = null)
    {
        JsonObject chat = ChatOf(call);
        JsonObject json = new() { ["message_id"] = NextId(), ["from"] = bot.DeepClone(), ["chat"] = chat.DeepClone(), ["date"] = time.GetUtcNow().ToUnixTimeSeconds() };
        if (field == "text" && string.IsNullOrEmpty((string?)call.Body["text"]))
            throw ApiRefusal.Bad("message text is empty");
        SetText(json, field, (string?)call.Body[field], (string?)call.Body["parse_mode"]);
        if (call.Body["reply_parameters"] is JsonObject reply)
            SetReply(json, reply, call.Chat);
        if (call.Body["message_thread_id"] is { } topic)
            (json["message_thread_id"], json["is_topic_message"]) = (topic.DeepClone(), true);
        SetMarkup(json, call.Body["reply_markup"], inlineOnly: false);
        FakeMessage message = new((int)json["message_id"]!, call.Chat, json);
        if (file is not null && field == "caption")
            message = AddFile(message, call, file);
        Note(message);
        return json.DeepClone();
    }

    public JsonNode SendAlbum(FakeCall call)
    {
        JsonArray media = call.Body["media"]!.AsArray();
        if (media.Count is < 2 or > 10)
            throw ApiRefusal.Bad("2-10 items in a media group");
        return new JsonArray([.. media.Select(item => Send(
            call with { Method = "sendPhoto", Body = new JsonObject { ["chat_id"] = call.Chat, ["caption"] = item!["caption"]?.DeepClone(), ["parse_mode"] = item["parse_mode"]?.DeepClone() } },
            "caption",
            item["media"]))]);
    }

    public JsonNode Edit(FakeCall call, string field)
    {
        FakeMessage old = Mine(call, "edit");
        if (!old.Json.ContainsKey(field) && field == "text")
            throw ApiRefusal.Bad("there is no text in the message to edit");
        JsonObject json = old.Json.DeepClone().AsObject();
        SetText(json, field, (string?)call.Body[field], (string?)call.Body["parse_mode"]);
        json.Remove("reply_markup");
        SetMarkup(json, call.Body["reply_markup"], inlineOnly: true);
        if (JsonNode.DeepEquals(json, old.Json))
            throw ApiRefusal.Bad("message is not modified: specified new message content and reply markup are exactly the same");
        Note(old with { Json = json });
        return json.DeepClone();
    }

    public JsonNode Delete(FakeCall call)
    {
        FakeMessage message = Messages.FirstOrDefault(one => one.Id == (int)call.Body["message_id"]! && one.Chat == call.Chat && !one.IsDeleted)
            ?? throw ApiRefusal.Bad("message to delete not found");
        Note(message with { IsDeleted = true });
        return true;
    }

    public JsonObject ChatOf(FakeCall call)
    {
        if (Migrated.TryGetValue(call.Chat, out long to))
            throw new ApiRefusal(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateTo = to };
        JsonObject chat = _chats.GetValueOrDefault(call.Chat) ?? throw ApiRefusal.Bad("chat not found");
        return Blocked.ContainsKey(call.Chat) ? throw new ApiRefusal(403, "Forbidden: bot was blocked by the user") : chat;
    }

    private FakeMessage Mine(FakeCall call, string what)
    {
        ChatOf(call);
        FakeMessage message = Messages.FirstOrDefault(one => one.Id == (int)call.Body["message_id"]! && one.Chat == call.Chat && !one.IsDeleted)
            ?? throw ApiRefusal.Bad($"message to {what} not found");
        return (bool)message.Json["from"]!["is_bot"]! ? message : throw ApiRefusal.Bad($"message can't be {what}ed");
    }

    private static void SetText(JsonObject json, string field, string? text, string? mode)
    {
        TelegramHtml read;
        try
        {
            read = mode is null ? new TelegramHtml((text ?? "").Trim(), []) : TelegramHtml.Parse(text ?? "");
        }
        catch (FormatException wrong)
        {
            throw ApiRefusal.Bad(wrong.Message);
        }
        if (field == "text" && read.Text.Length == 0)
            throw ApiRefusal.Bad("message text is empty");
        if (read.Text.Length > (field == "text" ? 4096 : 1024))
            throw ApiRefusal.Bad("message is too long");
        if (read.Entities.Count > 100 || Encoding.UTF8.GetByteCount(text ?? "") > 10_240)
            throw ApiRefusal.Bad("markup is too long");
        json[field] = read.Text;
        json[field == "text" ? "entities" : "caption_entities"] = new JsonArray([.. read.Entities
            .Select(entity => new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length })]);
    }

    private void SetReply(JsonObject json, JsonObject reply, long chat)
    {
        FakeMessage? answered = Messages.FirstOrDefault(one => one.Id == (int)reply["message_id"]! && one.Chat == chat && !one.IsDeleted);
        if (answered is null && (bool?)reply["allow_sending_without_reply"] != true)
            throw ApiRefusal.Bad("message to be replied not found");
        if (answered is not null)
            json["reply_to_message"] = answered.Json.DeepClone();
    }

    private static void SetMarkup(JsonObject json, JsonNode? markup, bool inlineOnly)
    {
        if (markup?["inline_keyboard"] is not JsonArray rows)
        {
            if (markup is not null && inlineOnly)
                throw ApiRefusal.Bad("can't parse inline keyboard markup JSON object");
            return;
        }
        foreach (JsonNode? button in rows.SelectMany(row => row!.AsArray()))
        {
            if (string.IsNullOrEmpty((string?)button!["text"]) || Encoding.UTF8.GetByteCount((string?)button["callback_data"] ?? "") is 0 or > 64)
                throw ApiRefusal.Bad("BUTTON_DATA_INVALID");
        }
        if (rows.Sum(row => row!.AsArray().Count) > 100)
            throw ApiRefusal.Bad("reply markup is too long");
        json["reply_markup"] = markup.DeepClone();
    }

    private FakeMessage AddFile(FakeMessage message, FakeCall call, JsonNode value)
    {
        bool isPhoto = call.Method == "sendPhoto";
        byte[] bytes = call.FileOf(isPhoto ? "photo" : "document", value, _files);
        if (bytes.Length == 0 || (isPhoto && !bytes.AsSpan().StartsWith("\x89PNG"u8[1..]) && bytes[0] != 0x89))
            throw ApiRefusal.Bad("IMAGE_PROCESS_FAILED");
        string id = _files.FirstOrDefault(known => known.Value == bytes).Key ?? $"file{Interlocked.Increment(ref _nextFile)}";
        _files[id] = bytes;
        JsonObject file = new() { ["file_id"] = id, ["file_unique_id"] = $"u{id}", ["file_size"] = bytes.Length };
        if (isPhoto)
            message.Json["photo"] = new JsonArray(With(file, ("width", 1200), ("height", 800)));
        else
            message.Json["document"] = file;
        return isPhoto ? message with { Photo = bytes } : message with { Document = bytes };
    }

    private static JsonObject With(JsonObject json, params (string Name, int Value)[] more)
    {
        foreach ((string name, int value) in more)
            json[name] = value;
        return json;
    }
}
