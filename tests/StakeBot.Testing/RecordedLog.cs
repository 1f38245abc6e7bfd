using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace StakeBot.Testing;

/// <summary>Keeps everything that is logged, at every level, with values, scopes and exceptions: for tests of what must never be in a log.</summary>
public sealed class RecordedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>One text for each entry: level, category, message, values, scopes, exception.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            List<string> parts = [$"{logLevel} {category}: {formatter(state, exception)}"];
            AddValues(parts, state);
            log._scopes.ForEachScope(AddValues, parts);
            if (exception is not null)
                parts.Add(exception.ToString());
            log._lines.Enqueue(string.Join(" | ", parts));
        }

        private static void AddValues(object? scope, List<string> parts) => AddValues(parts, scope);

        private static void AddValues(List<string> parts, object? state)
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                parts.AddRange(values.Select(pair => $"{pair.Key}={pair.Value}"));
            else
                parts.Add($"{state}");
        }
    }
}
