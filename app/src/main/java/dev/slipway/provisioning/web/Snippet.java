package dev.slipway.provisioning.web;

import java.util.List;

/** How to call an OpenAI-compatible endpoint from a program. */
record Snippet(String title, String text) {

    static List<Snippet> of(String url, String model) {
        return List.of(
                new Snippet("curl", curl(url, model)),
                new Snippet("Python", python(url, model)),
                new Snippet("Java", java(url, model)));
    }

    private static String curl(String url, String model) {
        return """
            curl %s/chat/completions \\
              -H "Authorization: Bearer $SLIPWAY_API_KEY" \\
              -H "Content-Type: application/json" \\
              -d '{"model": "%s", "messages": [{"role": "user", "content": "Hello"}]}'
            """.formatted(url, model);
    }

    private static String python(String url, String model) {
        return """
            import os
            from openai import OpenAI

            client = OpenAI(base_url="%s", api_key=os.environ["SLIPWAY_API_KEY"])
            answer = client.chat.completions.create(
                model="%s",
                messages=[{"role": "user", "content": "Hello"}],
            )
            print(answer.choices[0].message.content)
            """.formatted(url, model);
    }

    private static String java(String url, String model) {
        return """
            var request = HttpRequest.newBuilder(URI.create("%s/chat/completions"))
                .header("Authorization", "Bearer " + System.getenv("SLIPWAY_API_KEY"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(\"""
                    {"model": "%s", "messages": [{"role": "user", "content": "Hello"}]}\"""))
                .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            System.out.println(answer.body());
            """.formatted(url, model);
    }
}
